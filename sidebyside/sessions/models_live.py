"""What happens in the room: seats that are linked to nobody, quick checks, hands up, which knowledge was heard, signals."""

from django.db import models
from django.db.models import Q

from sidebyside.kit.readers import INSIDE, NOBODY
from sidebyside.people.models import Person, ref_field

CHECKS = ["temperature", "sense"]
SIGNALS = ["slow_down", "break", "stop"]
KNOWLEDGE = ["lived", "community", "professional", "research"]


class Seat(models.Model):
    """A place in the room with a number and a code on paper. Nothing says whose it is."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField()
    code_digest = models.CharField(max_length=64, unique=True)
    taken = models.BooleanField(default=False)
    readers = {"code_digest": NOBODY}

    class Meta:
        constraints = [models.UniqueConstraint(name="a_seat_has_its_own_number", fields=["meeting", "number"])]


class SeatTaken(models.Model):
    """Somebody who is signed in took a seat, so that she takes no second one. Which one it is, is kept nowhere."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="one_seat_for_each_person", fields=["meeting", "person"])]


class Check(models.Model):
    """One quick question to the room: how it feels, or whether that made sense. half: of the meeting, 1 or 2."""

    ref = ref_field()
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="checks")
    kind = models.CharField(max_length=12)
    item = models.ForeignKey("meetings.AgendaItem", null=True, on_delete=models.SET_NULL, related_name="checks")
    half = models.PositiveSmallIntegerField(default=1)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "kind": INSIDE}

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_check_is_of_a_kind_we_know", condition=Q(kind__in=CHECKS)),
            models.UniqueConstraint(name="one_check_at_a_time", fields=["meeting"], condition=Q(closed_at=None)),
        ]


class SeatAnswer(models.Model):
    """What one seat said to one check. It can be changed until the check closes; it counts once."""

    check_of = models.ForeignKey(Check, on_delete=models.CASCADE, related_name="seat_answers")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    said = models.CharField(max_length=12)
    readers = {"said": NOBODY}

    class Meta:
        constraints = [models.UniqueConstraint(name="a_seat_answers_a_check_once", fields=["check_of", "seat"])]


class Counted(models.Model):
    """Answers to a check that were counted by hand: cards held up, said by phone, or a nod. late: after it had closed."""

    check_of = models.ForeignKey(Check, on_delete=models.CASCADE, related_name="counted")
    said = models.CharField(max_length=12)
    how_many = models.PositiveSmallIntegerField()
    way = models.CharField(max_length=8)
    late = models.BooleanField(default=False)
    counted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    counted_at = models.DateTimeField()
    readers = {"said": INSIDE, "way": INSIDE}


class Hand(models.Model):
    """Somebody wants to speak: from a seat, or called by a name for whoever is on the phone or has no seat."""

    ref = ref_field()
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="hands")
    seat = models.ForeignKey(Seat, null=True, on_delete=models.CASCADE, related_name="+")
    called = models.CharField(max_length=40, blank=True, default="")
    up_at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True)
    down_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "called": INSIDE}


class Heard(models.Model):
    """One tap: somebody spoke from this kind of knowledge. Never who."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="heard")
    kind = models.CharField(max_length=14)
    at = models.DateTimeField()
    readers = {"kind": NOBODY}

    class Meta:
        constraints = [models.CheckConstraint(name="a_kind_of_knowledge_we_know", condition=Q(kind__in=KNOWLEDGE))]


class Signal(models.Model):
    """Somebody asked the room to slow down, to break or to stop. Never who."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="signals")
    kind = models.CharField(max_length=10)
    at = models.DateTimeField()
    seen_to_at = models.DateTimeField(null=True)
    readers = {"kind": INSIDE}

    class Meta:
        constraints = [models.CheckConstraint(name="a_signal_we_know", condition=Q(kind__in=SIGNALS))]


class Sent(models.Model):
    """The name that a browser gave to something it sent to a meeting, so that sending it twice does it once."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="+")
    once = models.CharField(max_length=40)
    readers = {"once": NOBODY}

    class Meta:
        constraints = [models.UniqueConstraint(name="what_was_sent_is_done_once", fields=["meeting", "once"])]
