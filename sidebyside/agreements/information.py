"""What a project's information pack says of how the group decides."""

from django.utils.translation import gettext as _

from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import Project


def how_it_decides(project: Project, easy: bool) -> list[str]:
    """What the group agreed, in its own words; nothing while it has not. One query."""
    standing = project.proposals.of_everybody().standing()
    agreed = standing.filter(kind="way_of_deciding").order_by("-closed_at", "-id").first()
    return [_("The group agreed: %(words)s") % {"words": words_or_gone(agreed.words)}] if agreed else []
