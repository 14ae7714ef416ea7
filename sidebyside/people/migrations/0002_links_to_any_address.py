import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_first")]

    operations = [
        migrations.AlterField(
            model_name="signinlink",
            name="person",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="signinlink",
            name="address_digest",
            field=models.CharField(db_index=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="signinlink",
            name="new_email",
            field=models.EmailField(blank=True, default="", max_length=254),
        ),
    ]
