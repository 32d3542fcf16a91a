"""Places that were there before get their folded names."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def fold_names(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Saving a row writes its folded name."""
    for model in ("Country", "State", "City"):
        for row in apps.get_model("locations", model).objects.filter(search_name="").iterator():
            row.save(update_fields=["search_name"])


class Migration(migrations.Migration):
    dependencies = [("locations", "0002_search_names")]
    operations = [migrations.RunPython(fold_names, migrations.RunPython.noop)]
