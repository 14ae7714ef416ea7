"""What the page about ways to sign in reads."""

from datetime import datetime

from sidebyside.kit.words import say
from sidebyside.people import browsers, new_email, passkeys
from sidebyside.people.acting import Acting


def ways_in(by: Acting, *, here: str, now: datetime) -> dict:
    """here: the session of this browser."""
    her = by.person
    return {
        "email": her.email,
        "new_email": new_email.waiting(her, now=now).first(),
        "cards": list(her.cards.in_force().select_related("made_by").order_by("-made_at", "id")),
        "passkeys": list(her.passkeys.order_by("made_at", "id")),
        "site": passkeys.site(),
        "on_card": by.card_made_by is not None,
        "browsers": [
            {
                "name": browsers.in_words(row),
                "way": say(row.way),
                "since": row.since,
                "here": row.session_key == here,
            }
            for row in browsers.of(her)
        ],
    }
