"""The languages of the interface. What is not in one of them yet is in English."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """`code` is kept with a person; `locale` is what Django calls its words; `tag` is what a page says it is in."""

    code: str
    own_name: str
    locale: str
    tag: str
    right_to_left: bool = False
    draft: bool = False

    @property
    def direction(self) -> str:
        return "rtl" if self.right_to_left else "ltr"


ENGLISH = Language("en", "English", "en-gb", "en-GB")
WELSH = Language("cy", "Cymraeg", "cy", "cy", draft=True)
URDU = Language("ur", "اردو", "ur", "ur", right_to_left=True, draft=True)
EASY_READ = Language("en", "Easy Read", "en-x-easy", "en-GB")  # is in English only
LANGUAGES = {language.code: language for language in (ENGLISH, WELSH, URDU)}


def language_for(code: str, *, easy: bool = False) -> Language:
    """The language that somebody reads pages in. Easy Read is in English only, so it comes before her language;
    where the interface has no words in her language, it is English."""
    return EASY_READ if easy else LANGUAGES.get(code, ENGLISH)
