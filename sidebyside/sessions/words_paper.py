"""Sentences about a meeting wholly on paper, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "paper_wall": _("The agenda for the wall"),
    "paper_agenda": _("The agenda for each person"),
    "paper_seats": _("Seat cards with a code"),
    "paper_cards": _("Cards to hold up"),
    "paper_here": _("Who is here"),
    "paper_counts": _("Cards counted, and who was heard"),
    "paper_parked": _("The car park"),
    "paper_words": _("Words to explain"),
    "paper_notes": _("Notes"),
    "keying_parked": _(
        "One thing on each line. Add who answers and by when, if it is there. Like this: Who pays? / Edwin / 27 3"
    ),
    "keying_words": _("One word on each line. Nobody's name."),
    "keying_notes": _(
        "One line for each. Begin with d for a decision, p for a point, a for an action. An action says who does it"
        " and by when. Like this: a Ring the hall / Edwin / 27 3"
    ),
    "letter_of_who_came": _("Write one of these letters: r, o, p, v or n."),
    "letter_of_a_note": _("Begin the line with d, p or a, and a gap."),
    "name_fits_nobody": _("Nobody here is called %(name)s. Check the name."),
    "name_fits_several": _("%(name)s fits more than one person. Write the whole name."),
    "day_cannot_be_read": _("%(day)s is not a day. Write it like 27 3."),
}
