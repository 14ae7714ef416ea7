"""How much of what came in, and of what must go out, waits for the people at the desk."""

from sidebyside.doors.models import Call, EmailIn, GivenBack, Letter, TextIn
from sidebyside.people.models import Message
from sidebyside.people.waiting import waits

TO_GIVE = {"given_on": None, "person__erased_at": None}
TO_READ = {"for_the_desk": True, "dealt_with_at": None}

waits("waits_letters", "post-room", lambda now: Letter.objects.wanted(now=now).filter(posted_at=None).count())
waits("waits_calls", "desk-calls", lambda now: Call.objects.to_make(now=now).count())
waits(
    "waits_troubles",
    "desk-troubles",
    lambda now: Message.objects.exclude(trouble="").filter(trouble_ended_at=None).count(),
)
waits("waits_texts", "desk-texts", lambda now: TextIn.objects.filter(**TO_READ).count())
waits("waits_emails", "desk-emails", lambda now: EmailIn.objects.filter(**TO_READ).count())
waits("waits_costs", "desk-costs", lambda now: GivenBack.objects.filter(**TO_GIVE).values("person").distinct().count())
