"""What this part says, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "no_way_to_reach": _("We know no way to reach this person that works. Ask them, or somebody close to them."),
    # Texts.
    "no_text_provider": _("This hub has nobody to carry its text messages. Whoever runs it can set that up."),
    "not_a_phone_number": _("What is written down as the phone number is not a phone number."),
    "text_not_taken": _("The provider did not take this text."),
    "text_not_delivered": _("This text did not arrive. The number may be wrong, or the phone switched off for long."),
    "too_many_questions_by_text": _("Too many questions wait at this phone number already."),
    "text_is_empty": _("The text was empty. We asked again."),
    "text_is_not_clear": _("The text was not clear. We asked again."),
    "text_could_be_for_several": _("The text could be for more than one question. We asked which."),
    "text_has_no_question": _("No question was open by text at this number."),
    "text_from_unknown_number": _("We do not know this number."),
    "text_was_refused": _("The answer could not be taken. We said why."),
    "text_taken": _("The answer was written down."),
    "texts_stop": _("You texted STOP. We send no texts to your phone. Text START, or choose texts again, to go on."),
    "texts_start": _("You texted START. We send texts to your phone again."),
    "texts_stop_reply": _("%(hub)s: we send you no more texts. Text START to get them again."),
    "texts_start_reply": _("%(hub)s: we text you again. Text STOP to end it."),
    "texts-stop": _("Somebody asked for no more texts."),
    "texts-start": _("Somebody asked for texts again."),
    "email_not_taken": _("The mail server did not take this email for two days."),
}
