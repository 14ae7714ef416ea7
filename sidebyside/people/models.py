"""People, with or without an account, email or phone; organisations; helpers; asks and answers; ways to sign in."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast

from sidebyside.kit.readers import DESK, EVERYONE, MET, NOBODY, SIGNED_IN, THEMSELF
from sidebyside.kit.refs import new_ref
from sidebyside.kit.sealed import SealedJSONField
from sidebyside.people.models_ways import Browser as Browser
from sidebyside.people.models_ways import Passkey as Passkey

DOORS = ["web", "email", "text", "post", "phone", "in-person"]


def ref_field():
    return models.CharField(max_length=12, unique=True, default=new_ref, editable=False)


class Person(models.Model):
    """Somebody, however she takes part. Not a login: most of what a person does needs none."""

    ref = ref_field()
    name = models.CharField(max_length=100)
    email = models.EmailField(null=True, blank=True, unique=True)
    phone = models.CharField(max_length=30, null=True, blank=True)  # noqa: DJ001  no phone is not an empty phone
    format = models.CharField(max_length=20, default="standard")
    language = models.CharField(max_length=12, default="en")
    door = models.CharField(max_length=12, default="web")
    reach = models.JSONField(default=dict)  # her other doors, how much each may say, quiet hours (people.reach)
    post_address: "models.Field[list[str] | None, list[str] | None]" = SealedJSONField(null=True)
    looks = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)
    readers = {
        "ref": NOBODY,
        "name": MET,
        "email": DESK,
        "phone": DESK,
        "format": THEMSELF,
        "language": THEMSELF,
        "door": THEMSELF,
        "reach": THEMSELF,
        "post_address": DESK,
        "looks": THEMSELF,
    }

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_person_uses_a_door_we_know", condition=Q(door__in=DOORS)),
            models.CheckConstraint(
                name="a_person_reads_a_format_we_know", condition=Q(format__in=["standard", "easy-read"])
            ),
        ]

    def __str__(self):
        return self.name


class AccountManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().select_related("person")


class Account(AbstractBaseUser):
    """A way for a person to sign in. The password is never usable: people sign in by a link, a code or a card."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="account")
    is_active = models.BooleanField(default=True)
    USERNAME_FIELD = "person"
    REQUIRED_FIELDS: list[str] = []  # type: ignore[misc]
    objects = AccountManager()
    readers = {"password": NOBODY}

    def __str__(self):
        return f"account of {self.person.ref}"


class HubRole(models.Model):
    """What somebody does for the whole hub: its desk (prints, posts, makes cards) or the co-production officer."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="hub_roles")
    role = models.CharField(max_length=30)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    readers = {"role": SIGNED_IN}


class Organisation(models.Model):
    """An organisation, and whether people with lived expertise lead it (most of its trustees, managers and staff)."""

    ref = ref_field()
    name = models.CharField(max_length=150, unique=True)
    led_by_lived_expertise = models.BooleanField(default=False)
    said_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "name": EVERYONE}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="who_leads_is_said_by_somebody_at_a_time",
                condition=Q(said_by=None, said_at=None, led_by_lived_expertise=False)
                | Q(said_by__isnull=False, said_at__isnull=False),
            )
        ]

    def __str__(self):
        return self.name


class HelpingQuerySet(models.QuerySet):
    def in_force(self, *, today: date):
        """Chosen, confirmed by the member, not ended, and until a day that is not past."""
        return self.filter(
            ended_at=None,
            confirmed_at__isnull=False,
            until_on__gte=today,
            member__erased_at=None,
            helper__erased_at=None,
        )

    def chosen_for(self, *kinds: str):
        """Those for at least one of these kinds of ask. Not every database looks into a list, so the words are read."""
        wanted = Q()
        for kind in kinds:
            wanted |= Q(kinds_as_text__contains=f'"{kind}"')
        return self.alias(kinds_as_text=Cast("kinds", models.TextField())).filter(wanted)


class Helping(models.Model):
    """A member chose this person to answer in her name, for these kinds of ask, until this day."""

    ref = ref_field()
    member = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="helpers")
    helper = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="helps")
    kinds = models.JSONField(default=list)
    until_on = models.DateField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    objects = HelpingQuerySet.as_manager()
    readers = {"ref": NOBODY, "kinds": THEMSELF}

    class Meta:
        constraints = [
            models.CheckConstraint(name="nobody_is_her_own_helper", condition=~Q(member=F("helper"))),
            models.UniqueConstraint(
                name="a_helper_helps_a_member_once_at_a_time", fields=["member", "helper"], condition=Q(ended_at=None)
            ),
        ]


class Ask(models.Model):
    """One question to one person. It goes out and comes back by whichever door she chose; it is one record."""

    ref = ref_field()
    kind = models.CharField(max_length=40)
    question = models.CharField(max_length=80)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="asks")
    room = models.CharField(max_length=60)
    reveals = models.CharField(max_length=10)
    minutes = models.PositiveSmallIntegerField()
    extra_minutes = models.PositiveSmallIntegerField(default=0)  # beyond what her group agreed to be asked in a month
    values = models.JSONField(default=dict)
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    readers = {
        "ref": NOBODY,
        "kind": THEMSELF,
        "question": NOBODY,
        "room": NOBODY,
        "reveals": THEMSELF,
        "values": THEMSELF,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_person_is_asked_a_question_once", fields=["question", "person"]),
            models.CheckConstraint(
                name="an_ask_says_what_it_may_reveal", condition=Q(reveals__in=["open", "inside", "sealed"])
            ),
        ]
        indexes = [models.Index(fields=["person", "closes_at"]), models.Index(fields=["room", "kind"])]


class Answer(models.Model):
    """What somebody said to an ask. Never changed: a new answer is a new row, and one rule says which counts."""

    ref = ref_field()
    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="answers")
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    card_made_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    door = models.CharField(max_length=12)
    said = SealedJSONField()
    said_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    readers = {"ref": NOBODY, "door": THEMSELF, "said": THEMSELF}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_answer_is_not_recorded_before_it_was_said", condition=Q(recorded_at__gte=F("said_at"))
            )
        ]


class SignInLink(models.Model):
    """A link and code sent to an email. Only digests are kept.

    person: nobody, when nobody has that address: then nothing was sent, and all else is the same. new_email: the address
    that becomes hers when this link is used; it signs nobody in.
    """

    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    address_digest = models.CharField(max_length=64, default="", db_index=True)
    new_email = models.EmailField(blank=True, default="")
    token_digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
    readers = {"address_digest": NOBODY, "new_email": THEMSELF, "token_digest": NOBODY, "code_digest": NOBODY}


class CardQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(ended_at=None, person__erased_at=None)


class Card(models.Model):
    """A printed card to sign in with, made at the hub's desk. Useless until she sets a word of her own."""

    ref = ref_field()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="cards")
    code_digest = models.CharField(max_length=64, unique=True)
    word_digest = models.CharField(max_length=200, blank=True, default="")
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    word_set_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    objects = CardQuerySet.as_manager()
    readers = {"ref": NOBODY, "code_digest": NOBODY, "word_digest": NOBODY}


class Message(models.Model):
    """Something to tell a person by her own door: what (a code and values), when it is due, and when it went.

    ask: the question that it brings, if it brings one. door: the door it is going out by, chosen when it is sent.
    trouble: a code, when that door failed ("bounced", "returned"); instead_of: the message that failed before this one.
    """

    ref = ref_field()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="messages")
    ask = models.ForeignKey(Ask, null=True, on_delete=models.CASCADE, related_name="messages")
    code = models.CharField(max_length=60)
    values = models.JSONField(default=dict)
    door = models.CharField(max_length=12, blank=True, default="")
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=40, blank=True, default="")
    trouble_at = models.DateTimeField(null=True)
    trouble_ended_at = models.DateTimeField(null=True)
    instead_of = models.OneToOneField("self", null=True, on_delete=models.SET_NULL, related_name="tried_again_by")
    readers = {"ref": NOBODY, "code": THEMSELF, "values": THEMSELF, "door": THEMSELF, "trouble": DESK}

    class Meta:
        indexes = [models.Index(fields=["sent_at", "due_at"])]
