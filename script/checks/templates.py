"""Every template parses in our Jinja environment, names only pages and templates that exist, and holds no words of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

import django

GAP = "\x00"  # stands where Jinja puts something
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
TRANS = re.compile(r"\{%-?\s*trans\b.*?\{%-?\s*endtrans\s*-?%\}", re.DOTALL)
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
TAG = re.compile(r"<[^>]*>", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")
SPOKEN = re.compile(r"\b(alt|title|aria-label|placeholder|content)\s*=\s*\"([^\"]*)\"")
NOT_SPOKEN = re.compile(r"<meta name=\"(?:viewport|robots|color-scheme|theme-color|referrer)\"[^>]*>")
INLINE = [
    (re.compile(r"<style\b", re.IGNORECASE), "a style element"),
    (re.compile(r"\sstyle\s*=", re.IGNORECASE), "a style attribute"),
    (re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE), "a script in the page"),
    (re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE), "an on… attribute"),
    (re.compile(r"javascript:", re.IGNORECASE), "a javascript: address"),
    (re.compile(r"\|\s*safe\b"), "|safe, which lets anything through"),
]
PAGE = re.compile(r"\burl\(\s*\"([a-z][a-z0-9-]*)\"")


def faults() -> Iterator[str]:
    """What is wrong in any template of ours."""
    django.setup()
    from django.conf import settings

    for path in sorted(Path(settings.HERE).rglob("templates/**/*.html")):
        name = str(path.relative_to(settings.ROOT))
        text = path.read_text()
        for found in (parsing_faults(path, text), *(look(text) for look in (inline_faults, word_faults, page_faults))):
            yield from (f"{name}: {fault}" for fault in found)


def parsing_faults(path: Path, text: str) -> Iterator[str]:
    """A fault in Jinja's grammar, an unknown filter, or another template that is not there."""
    from django.template import engines
    from jinja2 import TemplateError, TemplateNotFound, meta

    env = engines["jinja2"].env
    try:
        env.compile(text, filename=str(path))
        others = [name for name in meta.find_referenced_templates(env.parse(text)) if name]
    except TemplateError as error:
        yield f"line {getattr(error, 'lineno', '?')}: {error}"
        return
    for other in others:
        try:
            env.get_template(other)
        except TemplateNotFound as error:
            yield f"there is no template {error}"
        except TemplateError:
            pass  # said where it belongs
    if not text.lstrip().startswith("{#"):
        yield "its first line should say in a comment what it is and what it takes"


def inline_faults(text: str) -> Iterator[str]:
    text = COMMENT.sub("", text)
    yield from (f"it holds {what}" for pattern, what in INLINE if pattern.search(text))


def word_faults(text: str) -> Iterator[str]:
    """Words that cannot be translated: between tags, or in an attribute that is read out."""
    for pattern in (COMMENT, TRANS, JINJA):
        text = pattern.sub(lambda found: GAP + "\n" * found.group().count("\n"), text)
    text = NOT_SPOKEN.sub("", text)
    for _, words in SPOKEN.findall(text):
        if WORD.search(words):
            yield f"{words.strip()!r} is not in _()"
    between = TAG.sub("<>", text).replace(GAP, " ")
    for part in between.split("<>"):
        if WORD.search(part):
            yield f"{' '.join(part.split())!r} is not in _()"


def page_faults(text: str) -> Iterator[str]:
    """An address by a name that no page has."""
    from django.urls import get_resolver

    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    yield from (f"no page is called {name!r}" for name in sorted(set(PAGE.findall(text)) - names))
