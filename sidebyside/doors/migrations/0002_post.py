import django.db.models.deletion
from django.db import migrations, models

import sidebyside.kit.refs

PERSON = {"null": True, "on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": "people.person"}


class Migration(migrations.Migration):
    dependencies = [("doors", "0001_texts"), ("people", "0003_doors_and_messages")]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=sidebyside.kit.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("everything", models.BooleanField()),
                ("made_at", models.DateTimeField()),
                ("post_by", models.DateField(null=True)),
                ("printed_at", models.DateTimeField(null=True)),
                ("posted_at", models.DateTimeField(null=True)),
                ("returned_at", models.DateTimeField(null=True)),
                ("returned_why", models.CharField(blank=True, default="", max_length=30)),
                ("message", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="letter", to="people.message")),
                ("printed_by", models.ForeignKey(**PERSON)),
                ("posted_by", models.ForeignKey(**PERSON)),
                ("returned_by", models.ForeignKey(**PERSON)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(printed_at=None, printed_by=None) | models.Q(printed_at__isnull=False, printed_by__isnull=False),
                        name="a_letter_was_printed_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(posted_at=None, posted_by=None) | models.Q(posted_at__isnull=False, posted_by__isnull=False),
                        name="a_letter_was_posted_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(returned_at=None) | models.Q(posted_at__isnull=False, returned_at__gte=models.F("posted_at")),
                        name="only_a_posted_letter_comes_back",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="PaperForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=sidebyside.kit.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("code_digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("late_at", models.DateTimeField(null=True)),
                ("ask", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="paper_forms", to="people.ask")),
                ("letter", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="form", to="doors.letter")),
                ("used_by", models.ForeignKey(**PERSON)),
            ],
        ),
        migrations.CreateModel(
            name="PaperTry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("why", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(**PERSON)),
            ],
            options={"indexes": [models.Index(fields=["at"], name="doors_paper_at_ecc118_idx")]},
        ),
    ]
