"""What every page knows. No queries for somebody not signed in, and at most one for somebody who is."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.home.looks import Looks
from sidebyside.home.on_paper import plain_address
from sidebyside.kit.clock import now, today
from sidebyside.kit.languages import LANGUAGES
from sidebyside.people import roles


def every_page(request) -> dict:
    by = getattr(request, "by", None)
    person, helping = getattr(request, "person", None), getattr(request, "helping", None)
    return {
        "look": look(request),
        "hub_name": settings.HUB_NAME,
        "practice": {"today": today()} if settings.PRACTICE else None,
        "person": person,
        "person_name": person.name if person else "",
        "person_href": reverse("me"),
        "print_href": f"{reverse('printing')}?{urlencode({'page': plain_address(request.get_full_path())})}",
        "helping": helping.member.name if helping else "",
        "keeps_the_desk": roles.keeps_the_desk(by, now=now()) if by else False,
    }


def look(request) -> dict:
    """How this page looks, and where that is changed: each address comes back to this page."""
    looks = getattr(request, "looks", Looks())
    back = "?" + urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
    return {
        "easy": looks.easy,
        "classes": looks.classes,
        "lang": looks.read_in.tag,
        "dir": looks.read_in.direction,
        "draft": looks.read_in.draft,
        "in_english": in_english(looks),
        "languages": LANGUAGES.values(),
        "href": reverse("look") + back,
        "easy_href": reverse("look-easy-read") + back,
    }


def in_english(looks: Looks) -> dict | None:
    """For somebody who reads another language and chose Easy Read: why this page is in English, said in hers."""
    if not looks.easy or looks.wished.code == "en":
        return None
    with translation.override(looks.wished.locale):
        words = _("Easy Read is in English only. To read in your language again, turn Easy Read off.")
    return {"words": words, "lang": looks.wished.tag, "dir": looks.wished.direction}
