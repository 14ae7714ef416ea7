"""The cast: people drawn from the worked example, made up, each with a role, a need and a reason to be there.

They are made through models, with fixed dates, so that any part's tests can stand on them. Nobody is real.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime

from sidebyside.kit.clock import LONDON
from sidebyside.people.models import Account, Helping, HubRole, Organisation, Person
from sidebyside.projects.models import Group, GroupMember, Membership, Project

JOINED = "2023-09-18 10:00"


def moment(text: str) -> datetime:
    """`moment("2024-03-12 10:00")`: that moment by the clocks in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@dataclass(frozen=True)
class Cast:
    amara: Person  # member with lived expertise; uses Easy Read; signs in by email
    walter: Person  # member with lived expertise; no account, email or phone; chose Nadia to help him
    nadia: Person  # Walter's helper, his niece; not in the project herself
    femi: Person  # carer, joins for a carers' organisation that carers lead
    grace: Person  # facilitator; an officer of the council, here by her job
    edwin: Person  # leader: a head of service
    morag: Person  # was a member with lived expertise; left in December
    otto: Person  # has a place in the hub, and none in the project
    delia: Person  # keeps the hub's desk
    organisation: Organisation
    project: Project
    helping: Helping

    def people(self) -> dict[str, Person]:
        """Everybody by name, in the order above."""
        return {f.name: getattr(self, f.name) for f in fields(self) if isinstance(getattr(self, f.name), Person)}


def make_person(name: str, *, email: str | None = "", when: str = "2023-09-01 09:00", **more) -> Person:
    """Somebody, with an account if she has an email: given, or made from her name; None for none."""
    email = f"{name.split()[0].lower()}@example.org" if email == "" else email
    person = Person.objects.create(name=name, email=email, made_at=moment(when), **more)
    if email:
        Account.objects.create(person=person)
    return person


def join(project: Project, person: Person, joins_as: str, when: str = JOINED, **more) -> Membership:
    """In a project, and in its groups, as the product puts her there when she says yes."""
    for group in project.groups.filter(kind__in=["working", joins_as]):
        GroupMember.objects.create(group=group, person=person, since=moment(when), until=more.get("left_at"))
    return Membership.objects.create(
        project=project,
        person=person,
        joins_as=joins_as,
        invited_by=project.started_by,
        invited_at=moment("2023-09-11 09:00"),
        joined_at=moment(when),
        **more,
    )


def make_people() -> dict[str, Person]:
    return {
        "amara": make_person("Amara Venn", format="easy-read"),
        "walter": make_person("Walter Pell", email=None, door="in-person"),
        "nadia": make_person("Nadia Pell"),
        "femi": make_person("Femi Oakes", phone="07700 900123"),
        "grace": make_person("Grace Tolland"),
        "edwin": make_person("Edwin Marsh"),
        "morag": make_person("Morag Finch"),
        "otto": make_person("Otto Brandt"),
        "delia": make_person("Delia Crane"),
    }


def make_project(started_by: Person) -> Project:
    project = Project.objects.create(
        slug="our-project",
        title="Our project",
        about="How people are asked.",
        fixed="The budget.",
        open_to_change="Everything else.",
        started_by=started_by,
        state="running",
        pack="bristol-adult-social-care",
        pack_version="1.0.0",
        planned_rung="co-production",
        made_at=moment("2023-09-04 09:00"),
        started_at=moment("2023-09-11 09:00"),
    )
    for kind, name in (("working", "Working group"), ("lived_expertise", "Lived Expertise Group")):
        Group.objects.create(project=project, kind=kind, name=name, made_at=moment("2023-09-11 09:00"))
    return project


def make_helping(people: dict[str, Person]) -> Helping:
    return Helping.objects.create(
        member=people["walter"],
        helper=people["nadia"],
        kinds=["standing.round", "agreements.proposal"],
        until_on=date(2024, 9, 30),
        recorded_by=people["delia"],
        recorded_at=moment("2023-10-02 11:00"),
        confirmed_at=moment("2023-10-02 11:00"),
    )


def make_cast() -> Cast:
    people = make_people()
    carers = Organisation.objects.create(
        name="Carers at the Crossroads",
        led_by_lived_expertise=True,
        said_by=people["delia"],
        said_at=moment("2023-09-05 10:00"),
    )
    HubRole.objects.create(person=people["delia"], role="desk", since=moment("2023-09-01 09:00"))
    project = make_project(people["grace"])
    for name in ("amara", "walter"):
        join(project, people[name], "lived_expertise")
    join(project, people["femi"], "organisation", organisation=carers)
    join(project, people["grace"], "facilitator", "2023-09-11 09:00", paid_by_job=True)
    join(project, people["edwin"], "leader", paid_by_job=True)
    join(project, people["morag"], "lived_expertise", left_at=moment("2023-12-14 15:00"), left_why="time")
    return Cast(**people, organisation=carers, project=project, helping=make_helping(people))
