"""People and organisations: adding somebody at the desk, changing my own details, saying who leads an organisation."""

from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people import new_email
from sidebyside.people.acting import Acting
from sidebyside.people.models import Account, HubRole, Organisation, Person
from sidebyside.people.roles import RUNS_A_PROJECT_OF
from sidebyside.people.rules import can_do_on_card
from sidebyside.who_can import Role

__all__ = [
    "RUNS_A_PROJECT_OF",
    "add_person",
    "change_details",
    "give_the_desk_to",
    "record_organisation",
    "say_who_leads",
]


@transaction.atomic
def add_person(
    *,
    name: str,
    by: Acting | None,
    now: datetime,
    email: str = "",
    phone: str = "",
    reads: str = "standard",
    door: str = "web",
    ref: str = "",
) -> Person:
    """Add somebody to the hub, with or without an email or a phone. One `ref` is one person.

    Raises Refused.
    """
    there = Person.objects.filter(ref=ref).first() if ref else None
    if there:
        return there
    new_email.refuse_taken(email, None)
    opaque = {"ref": ref} if ref else {}
    person = Person.objects.create(
        name=name, email=email.lower() or None, phone=phone or None, format=reads, door=door, made_at=now, **opaque
    )
    history.note(history.HUB, by, "person-added", person.ref, now=now)
    return person


@transaction.atomic
def change_details(*, by: Acting, now: datetime, name: str, email: str, phone: str, reads: str) -> None:
    """I change what the hub knows of me. A new email waits until the link that is sent to it is used. Raises Refused."""
    person = by.person
    other_email = email.lower() != (person.email or "").lower()
    if other_email:
        refuse_unless(can_do_on_card(signed_in_by_card=bool(by.card_made_by), what="changes_no_email"))
    if not email and person.door == "email":
        raise Refused(no("door_needs_an_email"))
    if not phone and person.door in ("text", "phone"):
        raise Refused(no("door_needs_a_phone"))
    if other_email and email:
        new_email.ask_for_proof(person=person, email=email, now=now)
    elif other_email:
        new_email.set_email(person, None, by=by, now=now)
    new = {"name": name, "phone": phone or None, "format": reads}
    changed = [field for field, value in new.items() if getattr(person, field) != value]
    if changed:
        for field in changed:
            setattr(person, field, new[field])
        person.save(update_fields=changed)
        history.note(history.HUB, by, "details-changed", person.ref, now=now, values={"fields": changed})


@transaction.atomic
def record_organisation(*, name: str, led: bool, by: Acting, now: datetime) -> Organisation:
    """Add an organisation, and say whether people with lived expertise lead it. Raises Refused."""
    if Organisation.objects.filter(name__iexact=name).exists():
        raise Refused(no("organisation_is_there"))
    organisation = Organisation.objects.create(name=name)
    history.note(history.HUB, by, "organisation-added", organisation.ref, now=now)
    say_who_leads(organisation=organisation, led=led, by=by, now=now)
    return organisation


@transaction.atomic
def say_who_leads(*, organisation: Organisation, led: bool, by: Acting, now: datetime) -> None:
    """Most of its trustees, managers and staff have lived expertise, or not: who said so, and when, is kept."""
    if organisation.said_at and organisation.led_by_lived_expertise == led:
        return
    organisation.led_by_lived_expertise, organisation.said_by, organisation.said_at = led, by.person, now
    organisation.save(update_fields=["led_by_lived_expertise", "said_by", "said_at"])
    happened("who-leads-said", organisation=organisation, now=now)  # projects are held before the hub's own room
    history.note(history.HUB, by, "organisation-led-said", organisation.ref, now=now, values={"led": led})


@transaction.atomic
def give_the_desk_to(*, person: Person, now: datetime) -> None:
    """From now on she keeps the hub's desk. Giving it twice is giving it once."""
    _role, new = HubRole.objects.get_or_create(person=person, role=Role.DESK.value, until=None, defaults={"since": now})
    Account.objects.get_or_create(person=person)
    if new:
        history.note(history.HUB, None, "desk-given", person.ref, now=now)
