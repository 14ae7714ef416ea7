"""Sentences about words to explain, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "held_remarks": _("What I said of what the group talks about"),
    "held_remarks_why": _("So that the group can talk before it decides."),
    "held_terms": _("Words I look after"),
    "held_terms_why": _("So that each word has somebody who finds its meaning. Who did not know it is not kept."),
    "data_the_word": _("Word"),
    "data_more_words": _("More words"),
    "remark_needs_words": _("Write what you want to say, in at most 2,000 letters."),
    "remark_is_somebody_elses": _("Only whoever said it can take it back."),
    "remark-made": _("Somebody said what they think of something that the group talks about."),
    "remark-taken-back": _("Somebody took back what they had said."),
    "word_is_needed": _("Write the word: at most 60 letters."),
    "word_is_somebody_elses": _("Somebody else looks after this word now."),
    "word-looked-after": _("Somebody looks after a word until it has a meaning."),
    "word-let-go": _("A word was taken off the list: nobody needs it any more."),
    "meaning_needs_easy_read": _("Write what it means in Easy Read too: short sentences and plain words."),
}
