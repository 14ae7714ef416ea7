"""Codes become sentences here. Each part lists its own in `words.py`; rules, facts and history hold only codes and values."""

from functools import cache
from importlib import import_module

from django.apps import apps


@cache
def all_words() -> dict[str, str]:
    """Every code with its sentence, gathered once from each part's `words.py`: whole, whoever asks first at one instant."""
    found: dict[str, str] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("sidebyside.") and config.name != "sidebyside.kit":
            for code, sentence in import_module(f"{config.name}.words").WORDS.items():
                if code in found:
                    raise ValueError(f"two parts word the code {code!r}")
                found[code] = sentence
    return found


def say(code: str, values: dict | None = None) -> str:
    """The sentence for a code. Values that are codes themselves are worded first: a name that ends in `_code`, or a value

    like {"code": "no_longer_here"}, which stands where somebody's name was until she was forgotten.
    """
    coded = any(isinstance(value, dict) and "code" in value for value in (values or {}).values())
    values = {k: say(v) if k.endswith("_code") else _value(v) for k, v in (values or {}).items()}
    said = str(all_words()[code]) % values
    return said[:1].upper() + said[1:] if coded else said  # it may begin the sentence


def _value(value):
    return say(value["code"]) if isinstance(value, dict) and "code" in value else value
