from django.db import migrations

from sidebyside.kit.append_only import make_append_only


class Migration(migrations.Migration):
    dependencies = [("standing", "0001_first")]
    operations = [
        make_append_only(
            "standing_record",
            {"id": "id", "project_ref": "text", "number": "int", "at": "time", "why": "text", "claimed": "text",
             "claim_state": "text", "shown": "text", "detail": "text", "good_until": "time?"},
            unique=["project_ref", "number"],
        ),
        migrations.RunSQL(
            "CREATE INDEX standing_record_at ON standing_record (project_ref, at)", "DROP INDEX standing_record_at"
        ),
        migrations.RunSQL(
            "CREATE INDEX standing_record_good_until ON standing_record (good_until)",
            "DROP INDEX standing_record_good_until",
        ),
    ]
