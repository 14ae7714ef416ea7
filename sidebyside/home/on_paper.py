"""Any page that has "Print it", as a PDF: `?pdf=large-print` gives the same page, guarded in the same way, for paper."""

from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify

from sidebyside.home.looks import Looks
from sidebyside.kit.pdf import CannotMakePdf, pdf_of

# What the address says, what make_pdf takes.
PAPERS: dict[str, dict[str, bool]] = {"standard": {}, "easy-read": {"easy": True}, "large-print": {"large": True}}
FOR_PAPER = b'class="print-it"'


def for_paper(request, looks: Looks) -> Looks:
    """The looks that a page has on the paper that is asked for: Easy Read or not, and nothing else of the screen."""
    asked = request.GET.get("pdf")
    return replace(looks, words="easy-read" if asked == "easy-read" else "standard") if asked in PAPERS else looks


def as_pdf(get_response):
    """The page that was asked for as a PDF, if it has "Print it"; else the page."""

    def middleware(request):
        response = get_response(request)
        asked = request.GET.get("pdf")
        return _printed(request, response, asked) if asked in PAPERS and _is_for_paper(request, response) else response

    return middleware


def _is_for_paper(request, response) -> bool:
    is_page = response.status_code == 200 and response["Content-Type"].startswith("text/html")
    return request.method == "GET" and is_page and not response.streaming and FOR_PAPER in response.content


def _printed(request, response, asked: str) -> HttpResponse:
    try:
        pdf = pdf_of(response.content.decode(), **PAPERS[asked])
    except CannotMakePdf:
        return redirect(f"{reverse('printing')}?{urlencode({'page': plain_address(request.get_full_path())})}")
    name = f"{slugify(request.path.replace('/', ' '))}-{asked}.pdf"
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )


def plain_address(address: str) -> str:
    """The address of the page itself, without what asks for paper."""
    parts = urlsplit(address)
    kept = urlencode([(name, words) for name, words in parse_qsl(parts.query) if name != "pdf"])
    return f"{parts.path}?{kept}" if kept else parts.path


def addresses(page: str) -> dict[str, str]:
    """Where each PDF of a page is: {"standard": …, "easy-read": …, "large-print": …}."""
    return {asked: f"{page}{'&' if '?' in page else '?'}{urlencode({'pdf': asked})}" for asked in PAPERS}
