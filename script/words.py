"""Every sentence that people read, with its Easy Read and its translations: kept in step with the code, and looked through.

There is one catalogue a language, sidebyside/locale/*/LC_MESSAGES/django.po. Django reads the .mo that is made from it.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from script import translations
from script.easy_words import faults_in

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "sidebyside"
CATALOGUE = CODE / "locale" / "en_X-easy" / "LC_MESSAGES" / "django.po"
LAZY = {"gettext_lazy": None, "pgettext_lazy": ((1, "c"), 2), "ngettext_lazy": (1, 2), "gettext_noop": None}
KEYWORDS = DEFAULT_KEYWORDS | LAZY | {"_now": None}  # _now: gettext itself, beside a lazy _
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # or each run would change the file
HEADER = """\
# How each sentence of Side by Side is worded in Easy Read. script/words adds new ones, script/words --check reads them.
# A draft: people with learning disabilities have not checked it yet.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def in_the_code(code: Path = CODE) -> Catalog:
    """What the Python and the templates say, each with the files it stands in."""
    with (ROOT / "babel.cfg").open() as cfg:
        methods, options = parse_mapping_cfg(cfg)
    found = Catalog()
    for file, _line, words, _notes, context in extract_from_dir(code, methods, options, KEYWORDS):
        if words:
            found.add(words, None, [(f"sidebyside/{file}", 1)], context=context)
    return found


def in_the_catalogue(path: Path = CATALOGUE) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def as_po(catalogue: Catalog, header: str = HEADER) -> bytes:
    """The catalogue as it is kept: sorted, with the names of files and no lines, so that little changes at a time."""
    for message in catalogue:
        message.locations = sorted(set(message.locations))
        message.flags -= {"fuzzy"} if message.string else set()
    out = BytesIO()
    write_po(out, catalogue, width=0, omit_header=True, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return header.encode() + out.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """What Django reads; the same bytes for the same words. What is not translated is left to the next language."""
    catalogue.creation_date = catalogue.revision_date = NEVER
    for message in catalogue:
        message.string = message.string if all(forms_of(message.string)) else ""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def faults(path: Path = CATALOGUE, code: Path = CODE) -> Iterator[str]:
    """What is missing, left over, not in step or not easy to read, a line each."""
    kept = in_the_catalogue(path)
    yield from out_of_step(path, kept, in_the_code(code))
    for message in kept:
        if message.id:
            yield from (f"{shown(message.id)}: {fault}" for fault in faults_of(message))


def out_of_step(path: Path, kept: Catalog, found: Catalog) -> Iterator[str]:
    """Where the catalogue, the code and the file that pages read do not hold the same sentences."""
    wanted, has = ({(m.context, m.id) for m in each if m.id} for each in (found, kept))
    yield from (f"not in the catalogue, run script/words: {shown(id)}" for _, id in sorted(wanted - has, key=str))
    yield from (f"nothing says this any more, run script/words: {shown(id)}" for _, id in sorted(has - wanted, key=str))
    yield from (f"nothing says this any more, run script/words: {shown(id)}" for id in kept.obsolete)
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != as_mo(in_the_catalogue(path)):
        yield f"{compiled.name} is not what {path.name} makes: run script/words"


def faults_of_translations(found: Catalog | None = None) -> Iterator[str]:
    """What is wrong in a translation, and where one says less than was recorded. An empty entry is no fault."""
    found = found or in_the_code()
    for language in translations.LANGUAGES:
        path = catalogue_of(language.code)
        kept = in_the_catalogue(path)
        for fault in (*out_of_step(path, kept, found), *translations.faults(kept, language)):
            yield f"{language.name}: {fault}"


def catalogue_of(code: str) -> Path:
    return CODE / "locale" / code / "LC_MESSAGES" / "django.po"


def shown(id: str | tuple[str, ...]) -> str:
    return repr(id if isinstance(id, str) else id[0])


def forms_of(words: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """For one and for more than one, where a sentence has both."""
    return words if isinstance(words, tuple) else (words or "",)


def faults_of(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield "it is marked as a guess"
    sources, easy = forms_of(message.id), forms_of(message.string)
    if len(sources) != len(easy) or not all(easy):
        yield "it has no Easy Read"
        return
    for source, words in zip(sources, easy, strict=True):
        yield from faults_in(words, source)


def update(path: Path = CATALOGUE, code: Path = CODE) -> list[str]:
    """Takes what the code says now into the catalogue, keeps what was written; gives what still has no Easy Read."""
    return take_in(path, in_the_code(code))


def take_in(path: Path, found: Catalog, header: str = HEADER) -> list[str]:
    """The same for any language, from sentences that were found already; gives what has no words yet."""
    kept = in_the_catalogue(path) if path.exists() else read_po(BytesIO(header.encode()))
    kept.update(found, no_fuzzy_matching=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_po(kept, header))
    path.with_suffix(".mo").write_bytes(as_mo(in_the_catalogue(path)))
    return [shown(message.id) for message in kept if message.id and not all(forms_of(message.string))]


def check() -> int:
    found = [*faults(), *faults_of_translations()]
    print(*found or ["Every sentence has its Easy Read"], sep="\n")
    print(
        *(translations.how_much(in_the_catalogue(catalogue_of(one.code)), one) for one in translations.LANGUAGES),
        sep="\n",
    )
    return 1 if found else 0


def main() -> int:
    if "--check" in sys.argv[1:]:
        return check()
    left = update()
    print(f"{CATALOGUE.relative_to(ROOT)} is in step with the code. Without Easy Read: {len(left)}", *left, sep="\n")
    for language in translations.LANGUAGES:
        path = catalogue_of(language.code)
        take_in(path, in_the_code(), language.header)
        print(f"{path.relative_to(ROOT)}: {translations.how_much(in_the_catalogue(path), language)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
