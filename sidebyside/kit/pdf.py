"""PDFs that everybody can read: tagged (PDF/UA-1), with a title and a language, in our own fonts, made on this machine alone.

WeasyPrint is loaded when the first PDF is made: a hub that makes none does not carry it. It needs libraries of the
system; where they are missing the hub runs without PDFs and says so (`can_make_pdf`, `why_no_pdf`).
"""

import contextlib
import io
import logging
from functools import cache
from pathlib import Path
from threading import Lock
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.dateformat import format as in_words
from django.utils.translation import gettext as _

from sidebyside.kit.clock import today
from sidebyside.kit.languages import language_for
from sidebyside.kit.paper import on_paper

LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"  # the names that Debian gives them
SHEET = Path(__file__).with_name("print.css")
_one_at_a_time = Lock()  # so that memory stays small however many ask at once


class CannotMakePdf(Exception):
    """This machine lacks what PDFs are made with. `why_no_pdf()` says it in a sentence."""


def make_pdf(
    template: str, context: dict, *, language: str = "en-GB", title: str, large: bool = False, easy: bool = False
) -> bytes:
    """A PDF of a template that extends print/base.html, worded in this language ("cy", "en-GB"; unknown: English).

    easy: worded in Easy Read (English) and 16 point. large: 18 point. Raises CannotMakePdf.
    """
    worded = language_for(language.partition("-")[0], easy=easy)
    with translation.override(worded.locale):
        frame = {"title": title, "lang": worded.tag, "dir": worded.direction}
        html = render_to_string(template, frame | {"hub_name": settings.HUB_NAME, "printed_on": today()} | context)
        return pdf_of(html, large=large, easy=easy)


def pdf_of(html: str, *, large: bool = False, easy: bool = False) -> bytes:
    """A PDF of a whole page of HTML, without what is only for a screen. Raises CannotMakePdf."""
    if not can_make_pdf():
        raise CannotMakePdf
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    size = "large" if large else "easy" if easy else "standard"
    paper = on_paper(html, classes=f"paper-{size}", foot=_foot())
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=SHEET.read_text(), url_fetcher=ours_alone(), font_config=fonts)
    page = weasyprint.HTML(string=paper, base_url=settings.SITE_URL, url_fetcher=ours_alone())
    with _one_at_a_time:
        made: bytes = page.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
    return made


def _foot() -> dict[str, str]:
    """What each sheet says at its foot: whose it is, when it was made, and which sheet of how many."""
    made = _("Made on %(day)s") % {"day": in_words(today(), "j F Y")}
    return {"hub": f"{settings.HUB_NAME} · {made}", "page": _("Page"), "of": _("of")}


@cache
def ours_alone():
    """What WeasyPrint opens addresses with: our own static files, and drawings that the page holds itself. No network."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OursAlone(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith(("data:image/svg+xml", "data:image/png")):
                return super().fetch(url, headers)
            return URLFetcherResponse(url, _file(url).read_bytes())

    return OursAlone(allowed_protocols=["data"])


def _file(address: str) -> Path:
    """The static file of ours at this address. Raises ValueError for anything else."""
    parts = urlsplit(address)
    if parts.scheme == "static" or address.startswith(f"{settings.SITE_URL}/static/"):
        folder = Path(settings.STATICFILES_DIRS[0]).resolve()
        found = (folder / unquote(parts.path).lstrip("/").removeprefix("static/")).resolve()
        if found.is_relative_to(folder) and found.is_file():
            return found
    raise ValueError("A PDF holds only what is ours.")


@cache
def can_make_pdf() -> bool:
    """Whether this machine has what PDFs are made with. Found out once."""
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            import weasyprint
    except (ImportError, OSError):
        return False
    for noisy in (weasyprint.LOGGER, logging.getLogger("fontTools")):
        noisy.setLevel(logging.CRITICAL)  # it would log what a page says
    return True


def why_no_pdf() -> str:
    """What a page says instead, when this machine cannot make PDFs."""
    return _(
        "This hub cannot make PDFs yet. Whoever looks after its computer can put that right: on Debian, install"
        " %(libraries)s. You can still print the page from your browser."
    ) % {"libraries": LIBRARIES}
