"""Sentences about words to explain, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "meaning_needs_easy_read": _("Write what it means in Easy Read too: short sentences and plain words."),
}
