"""What happened is told upwards through one table, sidebyside/reactions.py; parts do not know who listens."""

from django.conf import settings
from django.utils.module_loading import import_string


def happened(event: str, **values) -> None:
    """Run what the reactions table lists for this event, in order, inside the same transaction."""
    for reaction in import_string(settings.REACTIONS)[event]:
        import_string(reaction)(event=event, **values)
