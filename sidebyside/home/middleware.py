"""Easy Read is a language of the interface beside the others: each page is worded in what its reader chose."""

from django.utils import translation

from sidebyside.home.looks import looks_of
from sidebyside.home.on_paper import for_paper


def how_this_looks(get_response):
    """Sets `request.looks` and words everything below in the language of its reader, or in Easy Read."""

    def middleware(request):
        request.looks = for_paper(request, looks_of(request))
        with translation.override(request.looks.read_in.locale):
            return get_response(request)

    return middleware
