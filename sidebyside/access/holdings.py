"""What this part holds about a person, as she reads it herself; her yeses, to take back; how it is forgotten and dropped."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from sidebyside.access import sharing
from sidebyside.access.facts import CHECK_IN, PASSPORT
from sidebyside.access.models import Adjustment, Interest, Need, Sharing
from sidebyside.access.pages import said_in_words
from sidebyside.access.passport import passport
from sidebyside.kit.holdings import Given, consents, forgets, holds, keeps
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Person
from sidebyside.people.naming import called
from sidebyside.projects.models import Membership


def my_needs(person: Person) -> Iterator[dict]:
    form = passport()
    for need in person.needs.order_by("-said_at", "-id"):
        question = form.find(need.question)
        yield {
            "data_asked": question.text("ask") if question else need.question,
            "data_my_answer": said_in_words(question, need, False),
            "data_who_may_see": [say(f"reader_{kind}") for kind in need.seen_by],
            "data_said_at": need.said_at,
        }


def my_adjustments(person: Person) -> Iterator[dict]:
    for row in person.adjustments.select_related("project").order_by("-made_at", "-id"):
        yield {
            "data_project": row.project.name,
            "data_arranged": row.what,
            "data_by_when": row.due_on,
            "data_how_far_code": f"state_of_it_{row.state}",
            "data_why_not": row.why_not,
            "data_did_you_get_it_code": f"got_{row.got}" if row.got else "got_not_said",
            "data_ended": row.ended_at,
        }


def who_decides(person: Person) -> Iterator[dict]:
    for row in person.interests.select_related("person").order_by("-said_at", "-id"):
        yield {"data_who": called(row.person), "data_said_at": row.said_at, "data_ended": row.ended_at}


def my_yeses(person: Person) -> Iterator[Given]:
    rows = person.sharings.standing().select_related("reader", "project").order_by("given_at", "id")
    for row in rows:
        values = {"project": row.project.name, "name": row.reader.name if row.reader else ""}
        yield Given(row.ref, "consent_needs_reader" if row.reader else "consent_needs_group", row.given_at, values)


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """Everything she said she needs goes, and what was arranged from it, and every yes of hers and to her."""
    Need.objects.filter(person=person).delete()
    Adjustment.objects.filter(person=person).delete()
    Sharing.objects.filter(person=person).delete()
    Sharing.objects.filter(reader=person).delete()
    Interest.objects.filter(member=person).delete()
    Interest.objects.filter(person=person).delete()


def unused_needs(before: datetime) -> QuerySet:
    """What nobody said anew since then, of people who are in no running project and were asked nothing."""
    said = Answer.objects.filter(ask__kind__in=[PASSPORT, CHECK_IN], said_at__gte=before).values("ask__person_id")
    here = Membership.objects.joined().filter(project__state__in=["running", "paused"]).values("person_id")
    return Need.objects.filter(said_at__lt=before).exclude(person__in=said).exclude(person__in=here)


def ended_sharings(before: datetime) -> QuerySet:
    return Sharing.objects.filter(ended_at__lt=before)


holds("access.needs", title="held_needs", why="held_needs_why", rows=my_needs, change_at="my-needs")
holds("access.adjustments", title="held_adjustments", why="held_adjustments_why", rows=my_adjustments)
holds(
    "access.who_decides",
    title="held_who_decides",
    why="held_who_decides_why",
    rows=who_decides,
    change_at="who-decides",
)
consents("access.sharing", title="consent_needs", given=my_yeses, withdraw=sharing.withdraw)
# Periods are proposals: a year without use, then asked; what was ended, two years, as other logs (check before use).
keeps("access.needs", title="kept_needs", why="kept_needs_why", default_days=365, overdue=unused_needs)
keeps("access.sharing", title="kept_sharing", why="kept_sharing_why", default_days=730, overdue=ended_sharings)
