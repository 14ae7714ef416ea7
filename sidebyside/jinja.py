"""The Jinja2 environment that every page is rendered in: addresses, words, dates and Markdown."""

import nh3
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader
from markdown_it import MarkdownIt
from markupsafe import Markup

from sidebyside.agreements.pages_terms import explained
from sidebyside.kit.days import day, day_time
from sidebyside.kit.money import pounds
from sidebyside.kit.pictures import rungs_at, slices, spans
from sidebyside.kit.words import say
from sidebyside.people.naming import called

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
TAGS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "a", "br", "hr", "blockquote", "code"}
TAGS |= {"pre", "table", "thead", "tbody", "tr", "th", "td"}


def environment(**options) -> Environment:
    """Django's options in; an environment with our globals and filters, and the GOV.UK macros beside our templates."""
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], macros])
    tidy = {"autoescape": True, "extensions": ["jinja2.ext.i18n"], "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(**options | tidy)  # noqa: S701  autoescape is in tidy
    install = env.install_gettext_callables  # type: ignore[attr-defined]  # the i18n extension adds it
    install(gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext)
    env.globals |= {"url": url, "static": static, "say": say, "slices": slices, "spans": spans, "rungs_at": rungs_at}
    env.globals |= {"called": called, "url_if_there": url_if_there}
    env.filters |= {
        "day": day,
        "day_time": day_time,
        "listed": listed,
        "pounds": pounds,
        "markdown": markdown,
        "explained": explained,
    }
    return env


def url(name: str, *args, **kwargs) -> str:
    """The address of the page with this name."""
    return reverse(name, args=args, kwargs=kwargs)


def url_if_there(name: str, **kwargs) -> str:
    """The address of the page with this name; empty when there is no such page."""
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return ""


def listed(words) -> str:
    """One, two and three. Escapes nothing: give it plain words and let the page escape them."""
    words = [str(word) for word in words]
    if len(words) < 2:
        return "".join(words)
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def markdown(text: str | None) -> Markup:
    """Markdown as safe HTML: no raw HTML, no pictures, and its top heading sits under the page's own."""
    tokens = MARKDOWN.parse(text or "")
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
    html = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})
    clean = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto", "tel"})
    return Markup(clean)  # noqa: S704  nh3 has just cleaned it
