"""Small steps that the tests of access needs are told in, through the real actions."""

from datetime import date

from sidebyside.access import actions, arranging, checking_in, sharing
from sidebyside.people.acting import Acting
from sidebyside.people.models import Helping, Person


def says(person: Person, question: str, now, *, chosen=(), words: str = "", seen_by=(), by: Acting | None = None):
    """She answers one question of her passport."""
    return actions.say_need(
        question=question, chosen=chosen, words=words, seen_by=seen_by, by=by or Acting(person), now=now
    )


def shares(cast, person: Person, *readers: tuple[str, Person], now, group: bool = False) -> None:
    """In our project these people, and the group if she says so, may read what she marked for them."""
    named = [(kind, reader.ref) for kind, reader in readers]
    sharing.share(project=cast.project, readers=named, group=group, by=Acting(person), now=now)


def asked(cast, now) -> None:
    """Everybody who has joined is asked what she needs."""
    checking_in.ask_who_joined(event="", project=cast.project, now=now)


def done(person: Person, now, what: str = "gone_through", by: Acting | None = None) -> int:
    return actions.say_all_is_said(what=what, by=by or Acting(person), now=now)


def arranged(cast, person: Person, now, what: str = "A taxi both ways", **more):
    """Grace writes down something to arrange."""
    return arranging.arrange(
        **{
            "project": cast.project,
            "person": person,
            "what": what,
            "owner": cast.grace.ref,
            "due_on": date(2024, 4, 2),
            "cost_pence": 1850,
            "by": Acting(cast.grace),
            "now": now,
        }
        | more
    )


def becomes(adjustment, cast, now, state: str, why_not: str = "", by: Person | None = None):
    return arranging.change(
        adjustment=adjustment,
        state=state,
        why_not=why_not,
        owner=cast.grace.ref,
        due_on=adjustment.due_on,
        cost_pence=adjustment.cost_pence,
        by=Acting(by or cast.grace),
        now=now,
    )


def helps_with(cast, *kinds: str) -> Acting:
    """Walter chose Nadia for these kinds of ask too; she acts for him."""
    Helping.objects.filter(pk=cast.helping.pk).update(kinds=["standing.round", *kinds])
    return Acting(cast.walter, helper=cast.nadia)
