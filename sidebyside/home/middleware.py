"""Easy Read is a language of the interface: each page is worded in it for whoever chose it."""

from django.utils import translation

from sidebyside.home.looks import looks_of

STANDARD, EASY = "en-gb", "en-x-easy"


def how_this_looks(get_response):
    """Sets `request.looks` and words everything below in plain English or in Easy Read."""

    def middleware(request):
        request.looks = looks_of(request)
        with translation.override(EASY if request.looks.easy else STANDARD):
            return get_response(request)

    return middleware
