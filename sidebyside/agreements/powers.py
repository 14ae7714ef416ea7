"""Who holds which power here: written by whoever holds it, or by anybody about a body; a newer one takes its place."""

from datetime import date, datetime

from django.db import transaction

from sidebyside.agreements import rules_group as rules
from sidebyside.agreements.models import Power
from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Project


@transaction.atomic
def write_power(
    *,
    project: Project,
    body: str = "",
    holds: str,
    means: str,
    will_share: str,
    review_on: date | None,
    by: Acting,
    now: datetime,
) -> Power:
    """What power she holds, or, where a body is named, what power that body holds. Raises Refused.

    Bristol policy, Power sharing and relationships: Managing power and relationships. The one before stays readable.
    """
    hold(project)
    today = now.astimezone(LONDON).date()
    refuse_unless(
        rules.can_write_power(holds=holds, means=means, will_share=will_share, review_on=review_on, today=today)
    )
    body = " ".join(body.split())
    whose = {"body__iexact": body} if body else {"person": by.person}
    words = {"holds": holds.strip(), "means": means.strip(), "will_share": will_share.strip(), "review_on": review_on}
    before = project.powers.filter(ended_at=None, **whose)
    if same := before.filter(written_by=by.person, **words).first():
        return same
    before.update(ended_at=now)
    power = Power.objects.create(
        project=project, person=None if body else by.person, body=body, written_by=by.person, written_at=now, **words
    )
    verb = "power-of-a-body-written" if body else "power-written"
    history.note(project.room, by, verb, power.ref, now=now)
    return power
