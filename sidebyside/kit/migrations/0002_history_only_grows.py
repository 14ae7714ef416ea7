from django.db import migrations

from sidebyside.kit.append_only import make_append_only


class Migration(migrations.Migration):
    dependencies = [("kit", "0001_first")]
    operations = [
        make_append_only(
            "kit_entry",
            {"id": "id", "room": "text", "number": "int", "text": "text", "previous": "text", "hash": "text"},
            unique=["room", "number"],
        ),
        migrations.RunSQL("CREATE INDEX kit_entry_hash ON kit_entry (hash)", "DROP INDEX kit_entry_hash"),
    ]
