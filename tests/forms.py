"""Fills in any form as somebody in a hurry would: the first choice, a few words, a day, a number."""

from lxml import html as parse

WORDS = {"email": "somebody.else@example.org", "number": "8", "date": "2024-04-02"}
NAMED = {"day": "2", "month": "4", "year": "2024", "days": "14", "code": "123456", "until": "2024-06-01"}


def forms_on(page: bytes, path: str) -> list[tuple[str, dict[str, list[str]]]]:
    """Each POST form of a page: where it goes, and what is filled in, each submit button of it once."""
    found = []
    for form in parse.document_fromstring(page.decode()).xpath("//form[translate(@method,'POST','post')='post']"):
        filled = fill(form)
        buttons = form.xpath(".//button[@name]") or [None]
        for button in buttons:
            more = {button.get("name"): [button.get("value", "")]} if button is not None else {}
            found.append((form.get("action") or path, {**filled, **more}))
    return found


def fill(form) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for field in form.xpath(".//input[@name] | .//textarea[@name] | .//select[@name]"):
        name, kind = field.get("name"), field.get("type", "text")
        if name == "csrfmiddlewaretoken" or kind in ("submit", "button"):
            continue
        if kind in ("radio", "checkbox"):
            said.setdefault(name, [field.get("value", "on")])
        elif field.tag == "select":
            said[name] = [next(option.get("value") for option in field.xpath("./option") if option.get("value"))]
        else:
            said[name] = [field.get("value") or (field.text or "").strip() or _words(name, kind)]
    return said


def _words(name: str, kind: str) -> str:
    ending = name.rsplit("-", 1)[-1].rsplit("_", 1)[-1]
    return NAMED.get(ending) or WORDS.get(kind) or WORDS.get(ending) or "A few plain words."
