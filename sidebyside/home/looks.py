"""How this looks: language, Easy Read, text size, spacing and colours. Kept in a cookie and, for somebody signed in,
with her."""

from dataclasses import asdict, dataclass, replace
from urllib.parse import parse_qsl, urlencode

from sidebyside.kit.languages import LANGUAGES, Language, language_for

CHOICES = {
    "language": list(LANGUAGES),
    "words": ["standard", "easy-read"],
    "size": ["medium", "large", "very-large"],
    "space": ["medium", "wide"],
    "colour": ["device", "paper", "plain", "blue", "dark", "contrast"],
}
COOKIE = "looks"
COOKIE_AGE = 60 * 60 * 24 * 365


@dataclass(frozen=True)
class Looks:
    language: str = "en"
    words: str = "standard"
    size: str = "medium"
    space: str = "medium"
    colour: str = "device"

    @property
    def easy(self) -> bool:
        return self.words == "easy-read"

    @property
    def read_in(self) -> Language:
        """What the page is worded in: in Easy Read that is English, whatever her language."""
        return language_for(self.language, easy=self.easy)

    @property
    def wished(self) -> Language:
        return language_for(self.language)

    @property
    def classes(self) -> str:
        """The page's class names: `easy-read size-large colour-device`."""
        classes = {
            "easy-read": self.easy,
            f"size-{self.size}": self.size != "medium",
            "space-wide": self.space == "wide",
        }
        return " ".join([*(name for name, on in classes.items() if on), f"colour-{self.colour}"])

    def as_dict(self) -> dict[str, str]:
        return asdict(self)

    def as_cookie(self) -> str:
        return urlencode(asdict(self))


def looks_from(values: dict) -> Looks:
    """Looks from whatever was kept or sent: what we do not know is left as it comes."""
    return Looks(**{name: values[name] for name, allowed in CHOICES.items() if values.get(name) in allowed})


def looks_of(request) -> Looks:
    """What she chose; else what this browser was told; else her format. Her language comes from her own record, but
    for somebody who chose one in this browser before her first visit."""
    person = request.person
    told = looks_from(dict(parse_qsl(request.COOKIES[COOKIE]))) if COOKIE in request.COOKIES else None
    if not person:
        return told or Looks()
    chosen = looks_from(person.looks) if person.looks else told or Looks(words=person.format)
    chose_language = person.looks or person.language != "en"
    language = person.language if chose_language else chosen.language
    return replace(chosen, language=language if language in LANGUAGES else "en")


def keep_with(person, chosen: Looks) -> None:
    """Writes down how she wants it to look. A language that pages are not in stays hers until she chooses another."""
    person.looks = {name: value for name, value in chosen.as_dict().items() if name != "language"}
    if chosen.language != language_for(person.language).code:
        person.language = chosen.language
    person.save(update_fields=["looks", "language"])
