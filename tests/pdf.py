"""Opens a PDF as a screen reader would: its structure, language, title, order and pictures; and as eyes do: as pictures.

read = opened(pdf)             # .title, .language, .headings, .words, .images, .pages ...
assert_accessible(pdf, lang="en-GB", title="Where we stand")
pictures(pdf)                  # a PNG of each page, to look at
"""

import io
from dataclasses import dataclass, field

import pikepdf
import pypdfium2

HEADINGS = {"/H1": 1, "/H2": 2, "/H3": 3, "/H4": 4, "/H5": 5, "/H6": 6}
MAY_HOLD = {"/L": {"/LI", "/L", "/Caption"}, "/TR": {"/TH", "/TD"}, "/LI": {"/Lbl", "/LBody"}}


@dataclass
class Opened:
    """What a PDF says of itself, and what is in it, in the order in which it is read out."""

    title: str
    language: str
    tagged: bool
    title_is_shown: bool
    says_pdf_ua: bool
    pages: int
    pages_without_structure: list[int]
    words: str
    headings: list[tuple[int, str]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)  # the alt of each; "" where one has none
    misplaced: list[str] = field(default_factory=list)  # what stands in the tree where it may not
    fonts: set[str] = field(default_factory=set)


def opened(pdf: bytes) -> Opened:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        root = file.Root
        read = Opened(
            title=str(file.docinfo.get("/Title", "")),
            language=str(root.get("/Lang", "")),
            tagged="/StructTreeRoot" in root and bool(root.get("/MarkInfo", {}).get("/Marked", False)),
            title_is_shown=bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
            says_pdf_ua=str(file.open_metadata().get("pdfuaid:part", "")) == "1",
            pages=len(file.pages),
            pages_without_structure=[n for n, page in enumerate(file.pages, 1) if "/StructParents" not in page],
            words="",
            fonts={str(font.BaseFont).partition("+")[2] for page in file.pages for font in _fonts(page)},
        )
        spoken = _spoken(file)
        if read.tagged:
            read.words = " ".join(_read_out(root.StructTreeRoot, spoken, read).split())
    return read


def _fonts(page) -> list:
    return list(page.Resources.get("/Font", {}).values())


def _spoken(file) -> dict[tuple[int, int], str]:
    """The words of each piece of marked content, by the number of its page and its own number there."""
    found: dict[tuple[int, int], str] = {}
    for number, page in enumerate(file.pages):
        fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
        now, font = None, {}
        for words, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC":
                now = int(words[1]["/MCID"]) if "/MCID" in words[1] else None
            elif str(operator) == "EMC":
                now = None
            elif str(operator) == "Tf":
                font = fonts[str(words[0])]
            elif str(operator) in ("Tj", "TJ") and now is not None:
                said = "".join(_decoded(part, font) for part in _strings(words[0]))
                found[number, now] = found.get((number, now), "") + said
    return found


def _strings(words) -> list[bytes]:
    parts = words if isinstance(words, pikepdf.Array) else [words]
    return [bytes(part) for part in parts if isinstance(part, pikepdf.String)]


def _letters(font) -> dict[int, str]:
    """Which letter each code of a font stands for, from its ToUnicode map."""
    found: dict[int, str] = {}
    for line in font.ToUnicode.read_bytes().decode().splitlines():
        codes = [part.strip("<>") for part in line.split()]
        if len(codes) == 2 and line.startswith("<") and len(codes[0]) == 4:
            found[int(codes[0], 16)] = bytes.fromhex(codes[1]).decode("utf-16-be")
    return found


def _decoded(codes: bytes, letters: dict[int, str]) -> str:
    return "".join(letters.get(int.from_bytes(codes[n : n + 2]), "") for n in range(0, len(codes), 2))


def _read_out(element, spoken, read: Opened, page=None) -> str:
    """The words of an element and all in it, noting headings, images and what is out of place on the way."""
    kind = str(element.get("/S", ""))
    page = element.get("/Pg", page)
    words = []
    for kid in _kids(element):
        if isinstance(kid, int):
            words.append(spoken.get((_number(page), kid), ""))
        elif "/S" in kid:
            if kind in MAY_HOLD and str(kid.S) not in MAY_HOLD[kind]:
                read.misplaced.append(f"{kid.S} in {kind}")
            place = len(read.headings)
            said = _read_out(kid, spoken, read, page)
            if str(kid.S) in HEADINGS:
                read.headings.insert(place, (HEADINGS[str(kid.S)], " ".join(said.split())))
            words.append(said)
    if kind == "/Figure":
        read.images.append(str(element.get("/Alt", "")))
        words.append(str(element.get("/Alt", "")))
    return "".join(words) if kind in ("/Span", "/Link", "/Lbl", "/NonStruct") else f" {''.join(words)} "


def _kids(element) -> list:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _number(page) -> int:
    return pikepdf.Page(page).index


def faults(pdf: bytes, *, lang: str, title: str) -> list[str]:
    """What would shut a reader out of this PDF, a sentence each."""
    read = opened(pdf)
    levels = [level for level, _words in read.headings]
    skips = [f"{b} after {a}" for a, b in zip([0, *levels], levels, strict=False) if b > a + 1]
    checks = {
        "it has no tags": read.tagged,
        "it does not say that it is PDF/UA": read.says_pdf_ua,
        f"its language is {read.language!r}": read.language == lang,
        f"its title is {read.title!r}": read.title == title,
        "its title is not shown": read.title_is_shown,
        f"pages {read.pages_without_structure} have no structure": not read.pages_without_structure,
        f"it has {levels.count(1)} main headings": levels.count(1) == 1,
        f"a heading is skipped: {skips}": not skips,
        "a picture has no words": "" not in read.images,
        f"out of place: {sorted(set(read.misplaced))}": not read.misplaced,
        "it says nothing": bool(read.words.strip()),
    }
    return [fault for fault, fine in checks.items() if not fine]


def assert_accessible(pdf: bytes, *, lang: str, title: str) -> Opened:
    """Fails with what is wrong; else gives what was read."""
    assert faults(pdf, lang=lang, title=title) == []
    return opened(pdf)


def pictures(pdf: bytes, scale: float = 1.0) -> list[bytes]:
    """A PNG of each page."""
    made = []
    for page in pypdfium2.PdfDocument(pdf):
        image = io.BytesIO()
        page.render(scale=scale).to_pil().save(image, "PNG")
        made.append(image.getvalue())
    return made
