"""What a project's first page says of meetings on the side: how many there were since everybody last met."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sidebyside.agreements.pages_side_meetings import since
from sidebyside.kit.clock import LONDON, now
from sidebyside.projects.models import Project


def since_we_met(project: Project, easy: bool) -> list[str]:
    """A sentence, or nothing when there was none. Two queries."""
    met = project.meetings.of_everybody().filter(off_at=None, ends_at__lte=now()).order_by("-ends_at").first()
    many = since(project, met.ends_at.astimezone(LONDON).date() if met else None)
    if not many:
        return []
    if met is None:
        return [_("Meetings on the side so far: %(many)s.") % {"many": many}]
    words = ngettext(
        "%(num)s meeting on the side since we last met.", "%(num)s meetings on the side since we last met.", many
    )
    return [words % {"num": many}]
