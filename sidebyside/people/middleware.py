"""Who is asking: the person signed in, the card she used if any, and the member she is helping just now if any."""

from django.conf import settings
from django.contrib.auth import logout

from sidebyside.kit.clock import today
from sidebyside.people.acting import Acting
from sidebyside.people.models import Card, Helping


def who_is_asking(get_response):
    """Sets `request.person`, `request.by` and `request.helping`; all None when nobody is signed in, at no query's cost.

    `request.by` is always the person's own. A page that answers an ask uses `acting.answering(request)`, which is the
    member in whose name a helper is answering; nothing else a helper does is done in the member's name.
    """

    def middleware(request):
        request.person = request.by = request.helping = None
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            _recognise(request)
        return get_response(request)

    return middleware


def _recognise(request) -> None:
    person, card = request.user.person, None
    if request.session.get("card"):
        card = _card_in_force(request)
    if person.erased_at or (request.session.get("card") and card is None):
        logout(request)
        return
    request.person = person
    request.by = Acting(person=person, card_made_by=card.made_by if card else None)
    if request.session.get("helping"):
        request.helping = _helping_in_force(person, request.session["helping"])


def _card_in_force(request) -> Card | None:
    """A card that the desk or she has ended signs her out at once."""
    return Card.objects.select_related("made_by").in_force().filter(ref=request.session["card"]).first()


def _helping_in_force(person, ref: str) -> Helping | None:
    return Helping.objects.in_force(today=today()).select_related("member").filter(ref=ref, helper=person).first()
