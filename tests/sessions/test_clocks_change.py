"""A meeting in the night when the clocks change."""

from django.urls import reverse

from sidebyside.kit.words import say
from sidebyside.sessions.models import Meeting
from tests.sessions.test_planning import FORM


def test_a_meeting_that_would_end_before_it_starts_as_the_clocks_change_is_refused_in_words(cast, as_):
    form = FORM | {"on-day": "31", "on-month": "3", "starts": "1:30am", "ends": "2am"}
    shown = as_(cast.grace).post(reverse("plan-from", args=["our-project", "empty"]), form).content.decode()

    assert say("meeting_ends_before_it_starts") in shown
    assert not Meeting.objects.exists()
