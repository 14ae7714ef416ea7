"""Words planted in every field that can hold words, so that a crawl of every page shows who can read what."""

from datetime import timedelta

from django.apps import apps
from django.db import models

from sidebyside.kit import history
from sidebyside.kit.models import Job
from sidebyside.people.models import (
    Answer,
    Ask,
    Browser,
    Card,
    Helping,
    HubRole,
    Message,
    Organisation,
    Passkey,
    Person,
    SignInLink,
)
from sidebyside.projects.models import Advice, Group, GroupMember, Membership, ParticipationAnswer, Project, Stage
from tests.cast import Cast, moment
from tests.policy import planted_access, planted_joining, planted_meetings, planted_together
from tests.policy.planted_doors import plant_doors
from tests.policy.planted_standing import plant_standing
from tests.policy.planted_texts import CODES as OF_TEXTS
from tests.policy.planted_texts import plant_texts

NOON = moment("2024-03-12 10:00")

# Fields that hold only short codes which the program itself chooses from a list: nobody's words can be in them.
CODES = OF_TEXTS | {
    "kit.Room": {"name", "head"},
    "kit.Entry": {"room", "text", "previous", "hash"},
    "kit.EntryWords": {"room", "salt"},
    "kit.Job": {"name"},
    "kit.SealedRead": {"reader_ref", "owner_ref", "what", "why"},
    "people.Person": {"ref", "format", "language", "door", "reach", "looks"},
    "doors.AnswerLink": {"ref"},
    "doors.EmailIn": {"ref", "outcome"},
    "doors.EmailOut": {"ref", "language"},
    "doors.Call": {"ref", "outcome"},
    "doors.Letter": {"ref", "returned_why"},
    "doors.PaperForm": {"ref"},
    "doors.PaperTry": {"why"},
    "doors.DoorRate": {"way"},
    "doors.GivenBack": {"ref", "way", "how"},
    "doors.TextTalk": {"letter", "passed"},
    "doors.TextIn": {"ref", "outcome"},
    "doors.TextOut": {"ref", "trouble"},
    "people.Account": {"password"},
    "people.HubRole": {"role"},
    "people.Organisation": {"ref"},
    "people.Helping": {"ref", "kinds"},
    "people.Ask": {"ref", "kind", "question", "room", "reveals"},
    "people.Answer": {"ref", "door"},
    "people.SignInLink": set(),
    "people.Card": {"ref"},
    "people.Passkey": {"ref"},
    "people.Browser": {"name", "system", "way"},
    "people.Message": {"ref", "code", "door", "trouble"},
    "projects.Project": {
        "ref",
        "slug",
        "state",
        "step",
        "pack",
        "pack_version",
        "planned_rung",
        "claimed_rung",
        "starter_joins",
    },
    "projects.ParticipationAnswer": {"question", "answer"},
    "projects.Advice": {"ref"},
    "projects.Stage": {"ref", "kind"},
    "projects.Membership": {"ref", "joins_as", "left_why", "told", "hands", "goes_on"},
    "projects.Group": {"ref", "kind"},
    **planted_joining.CODES,
    **planted_access.CODES,
    **planted_meetings.CODES,
    **planted_together.CODES,
    "agreements.Proposal": {"ref", "kind", "subject", "method", "counted", "others", "outcome", "why", "tally"},
    "my_data.Forgetting": {"ref"},
    "my_data.Retention": {"kind"},
    "standing.Round": {"ref", "why", "counted", "others", "published"},
    "standing.Statement": {"ref", "method"},
    "standing.Disagreement": {"ref", "about"},
    "standing.StandingRecord": {"project_ref", "why", "claimed", "claim_state", "shown", "detail"},
}


def word_fields(model: type[models.Model]) -> set[str]:
    kinds = (models.CharField, models.TextField, models.JSONField)
    return {f.name for f in model._meta.get_fields() if isinstance(f, kinds)}


def planted_fields() -> set[tuple[str, str]]:
    """Every field of every model of ours that can hold somebody's words."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("sidebyside.")]
    return {(m._meta.label, name) for m in ours for name in word_fields(m) - CODES.get(m._meta.label, set())}


def word(model: str, field: str) -> str:
    """The word for a field: found nowhere else."""
    return f"zz{model.split('.')[1].lower()}{field.replace('_', '').lower()}zz"


def own_word(model: str, field: str) -> str:
    """The word for a field in a row that is the Lived Expertise Group's alone."""
    return f"zzown{word(model, field)[2:]}"


def plant(cast: Cast) -> tuple[dict[tuple[str, str], Person | None], set[tuple[str, str]]]:
    """Put its word in every field, in rows about Amara in the cast's project, and in rows of the Lived Expertise Group.

    Gives field -> whom the row is about; and the fields of rows that are the group's alone.
    """
    project, amara = cast.project, cast.amara
    about: dict[tuple[str, str], Person | None] = {}
    of_the_group: set[tuple[str, str]] = set()

    def w(model, field, person=None):
        about[model, field] = person
        return word(model, field)

    def own(model, field):
        of_the_group.add((model, field))
        return own_word(model, field)

    Person.objects.filter(pk=amara.pk).update(
        name=w("people.Person", "name", amara),
        email=f"{w('people.Person', 'email', amara)}@example.org",
        phone=w("people.Person", "phone", amara),
        post_address=[w("people.Person", "post_address", amara)],
    )
    Organisation.objects.filter(pk=cast.organisation.pk).update(name=w("people.Organisation", "name"))
    Project.objects.filter(pk=project.pk).update(
        **{name: w("projects.Project", name) for name in ("about", "fixed", "open_to_change", "own_name")}
    )
    w("projects.Project", "title")
    Project.objects.create(
        slug="second",
        title=word("projects.Project", "title"),
        started_by=cast.grace,
        state="running",
        pack=project.pack,
        pack_version=project.pack_version,
        made_at=NOON,
        started_at=NOON,
    )
    second = Project.objects.get(slug="second")
    for person, way in ((amara, "lived_expertise"), (cast.grace, "facilitator")):
        Membership.objects.create(
            project=second, person=person, joins_as=way, invited_by=cast.grace, invited_at=NOON, joined_at=NOON
        )
    Membership.objects.filter(project=project, person=amara).update(offer=w("projects.Membership", "offer", amara))
    ParticipationAnswer.objects.create(
        project=project,
        question="open-to-change",
        answer="yes",
        by=cast.grace,
        at=NOON,
        reason=w("projects.ParticipationAnswer", "reason"),
    )
    Advice.objects.create(
        project=project,
        question=w("projects.Advice", "question"),
        asked_of=cast.edwin,
        asked_by=cast.grace,
        asked_at=NOON,
        words=w("projects.Advice", "words"),
        given_by=cast.edwin,
        given_at=NOON,
    )
    Stage.objects.create(
        project=project,
        kind="design",
        title=w("projects.Stage", "title"),
        order=0,
        planned_from=NOON.date(),
        planned_weeks=8,
    )
    group = Group.objects.create(project=project, kind="policy", name=w("projects.Group", "name"), made_at=NOON)
    GroupMember.objects.create(group=group, person=amara, since=NOON)
    planted_joining.plant_joining(cast, w)
    _plant_asks(cast, w)
    planted_access.plant_access(cast, w)
    plant_standing(cast, w)
    plant_doors(cast, w)
    plant_texts(cast, w)
    planted_meetings.plant_meetings(cast, w)
    planted_together.plant_together(cast, w, own)
    said = (None, "project-described", project.ref)
    history.note(project.room, *said, words=w("kit.EntryWords", "words"), now=NOON)
    own_group = Group.objects.get(project=project, kind="lived_expertise")
    history.note(f"group:{own_group.ref}", *said, words=own("kit.EntryWords", "words"), now=NOON)
    Job.objects.create(name="planted", due_at=NOON + timedelta(days=900), failed=w("kit.Job", "failed"))
    return about, of_the_group


def _plant_asks(cast: Cast, w) -> None:
    amara = cast.amara
    ask = Ask.objects.create(
        kind="standing.round",
        question="standing.round:plantedplant",
        person=amara,
        room=cast.project.room,
        reveals="sealed",
        minutes=5,
        opened_at=NOON,
        closes_at=NOON + timedelta(days=9),
        values={"slug": cast.project.slug, "round": "plantedplant", "project": w("people.Ask", "values", amara)},
    )
    Answer.objects.create(
        ask=ask,
        entered_by=amara,
        door="web",
        said_at=NOON,
        recorded_at=NOON,
        said={"time": "no", "why": w("people.Answer", "said", amara)},
    )
    Message.objects.create(
        person=amara,
        code="card_used",
        values={"when": w("people.Message", "values", amara)},
        door="web",
        made_at=NOON,
        due_at=NOON,
    )
    SignInLink.objects.create(
        person=amara,
        address_digest=w("people.SignInLink", "address_digest"),
        new_email=f"{w('people.SignInLink', 'new_email', amara)}@example.org",
        token_digest=w("people.SignInLink", "token_digest"),
        code_digest=w("people.SignInLink", "code_digest"),
        made_at=NOON,
    )
    Card.objects.create(
        person=amara,
        code_digest=w("people.Card", "code_digest"),
        word_digest=w("people.Card", "word_digest"),
        made_by=cast.delia,
        made_at=NOON,
    )
    Passkey.objects.create(
        person=amara,
        name=w("people.Passkey", "name", amara),
        id_digest=w("people.Passkey", "id_digest"),
        credential=b"",
        made_at=NOON,
    )
    Browser.objects.create(person=amara, session_key=w("people.Browser", "session_key"), way="in_by_link", since=NOON)
    assert Helping.objects.exists()
    assert HubRole.objects.exists()
