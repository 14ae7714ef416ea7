"""How this looks: Easy Read, text size, spacing and colours. Kept in a cookie and, for somebody signed in, with her."""

from dataclasses import asdict, dataclass
from urllib.parse import parse_qsl, urlencode

CHOICES = {
    "words": ["standard", "easy-read"],
    "size": ["medium", "large", "very-large"],
    "space": ["medium", "wide"],
    "colour": ["device", "paper", "plain", "blue", "dark", "contrast"],
}
COOKIE = "looks"
COOKIE_AGE = 60 * 60 * 24 * 365


@dataclass(frozen=True)
class Looks:
    words: str = "standard"
    size: str = "medium"
    space: str = "medium"
    colour: str = "device"

    @property
    def easy(self) -> bool:
        return self.words == "easy-read"

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
    """What she chose; else what this browser was told; else her format."""
    person = request.person
    if person and person.looks:
        return looks_from(person.looks)
    if COOKIE in request.COOKIES:
        return looks_from(dict(parse_qsl(request.COOKIES[COOKIE])))
    return Looks(words=person.format) if person else Looks()
