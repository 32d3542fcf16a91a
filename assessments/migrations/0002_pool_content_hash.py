"""Problems of the pool that came with the product know their version."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="dsapoolquestion",
            name="content_hash",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                help_text="Of a problem that came with the product; empty for one of your own.",
                max_length=64,
                verbose_name="version",
            ),
        ),
    ]
