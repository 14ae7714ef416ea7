"""Words planted in what is said about joining and staying."""

from datetime import date, timedelta

from sidebyside.projects.joining import digest_of
from sidebyside.projects.models import Break, Hello, Membership, MoreTime, Opening, Wording
from tests.cast import Cast, moment

NOON = moment("2024-03-12 10:00")
CODES = {
    "projects.Opening": {"ref"},
    "projects.Hello": {"ref", "digest", "door", "sent_from", "answer", "to_tell"},
    "projects.Break": {"ref", "why"},
    "projects.MoreTime": {"ref"},
    "projects.Wording": {"what", "digest"},
}


def plant_joining(cast: Cast, w) -> None:
    """The project is open to new people, somebody would like to meet it, and it grew longer since Amara said yes."""
    project, opening = cast.project, "projects.Opening"
    Opening.objects.create(
        project=project,
        **{name: w(opening, name) for name in ("about", "time", "pay", "looking_for", "meets")},
        until_on=date(2024, 5, 1),
        opened_by=cast.grace,
        opened_at=NOON,
    )
    said = {"name": w("projects.Hello", "said"), "way": "phone", "reach": "0117 496 0123", "helps": "", "more": ""}
    kept = {"project": project, "said": said, "door": "web", "said_at": NOON, "recorded_at": NOON}
    meeting = {"on": "2024-03-20", "at": "2pm", "how": "here", "where": w("projects.Hello", "meeting"), "words": ""}
    Hello.objects.create(**kept, digest="one", meeting=meeting, arranged_at=NOON, to_tell="meeting")
    answer = {"answer": "not_now", "answered_by": cast.grace, "answered_at": NOON, "to_tell": "not_now"}
    Hello.objects.create(**kept, digest="two", kindly={"words": w("projects.Hello", "kindly")}, **answer)
    MoreTime.objects.create(
        project=project,
        was_until=date(2024, 6, 1),
        until=date(2024, 8, 1),
        why=w("projects.MoreTime", "why"),
        by=cast.grace,
        at=NOON,
    )
    words = w("projects.Wording", "words")
    Wording.objects.create(project=project, what="fixed", digest=digest_of(words), words=words, first_at=NOON)
    amaras = Membership.objects.filter(project=project, person=cast.amara)
    amaras.update(told={"wordings": {"fixed": digest_of(words)}})
    Break.objects.create(membership=amaras.get(), from_at=NOON - timedelta(days=1))
