"""Words planted in what people need: Amara shared it with Grace, in our project, and with nobody else."""

from sidebyside.access.models import Adjustment, Interest, Need, Sharing
from tests.cast import Cast, moment

NOON = moment("2024-03-12 10:00")
CODES = {
    "access.Need": {"ref", "question", "seen_by", "door"},
    "access.Sharing": {"ref", "kind"},
    "access.Interest": {"ref"},
    "access.Adjustment": {"ref", "question", "state", "got"},
}


def plant_access(cast: Cast, w) -> None:
    amara, grace = cast.amara, cast.grace
    said = {"chosen": [], "words": w("access.Need", "said", amara)}
    more = {"seen_by": ["facilitator"], "said_at": NOON, "entered_by": amara}
    Need.objects.create(person=amara, question="bad-day", said=said, **more)
    Sharing.objects.create(
        person=amara, project=cast.project, kind="facilitator", reader=grace, given_at=NOON, entered_by=amara
    )
    Interest.objects.create(member=amara, person=cast.edwin, said_by=amara, said_at=NOON)
    Adjustment.objects.create(
        project=cast.project,
        person=amara,
        what=w("access.Adjustment", "what", amara),
        why_not=w("access.Adjustment", "why_not", amara),
        state="not_possible",
        owner=grace,
        made_by=grace,
        made_at=NOON,
        changed_at=NOON,
    )
