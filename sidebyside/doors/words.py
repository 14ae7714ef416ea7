"""What this part says, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "no_way_to_reach": _("We know no way to reach this person that works. Ask them, or somebody close to them."),
    # Calls and choosing.
    "doors_chosen": _("How we reach you was changed. Was it not you? Tell the desk."),
    "door_needs_an_address": _("To reach you by letter we need your post address."),
    "card_opens_no_door": _("You are signed in with a card. With a card you cannot let a door say more. Ask the desk."),
    "not_there_on_the_phone": _("Nobody answered the phone, three times."),
    "not_on_the_phone": _(
        "This question is private, and they have not said that it may be answered by phone. Ask them in person."
    ),
    "said_too_long_ago": _("That day is more than a year ago. Check it."),
    "doors-chosen": _("Somebody chose how they are reached."),
    "ask_reminder": _("We have not heard from you yet. There is still time. You need not answer."),
    # What waits at the desk.
    "waits_letters": _("Letters to print and post"),
    "waits_calls": _("People to ring, or to tell in person"),
    "waits_troubles": _("What did not arrive"),
    "waits_texts": _("Texts to look at"),
    "waits_emails": _("Emails to look at"),
    # What can be done without the web.
    "rights_asked": _("It comes to you as a question. Answer by email, text, letter, phone, in person, or on the web."),
    "rights_read": _("The desk prints it and posts it to you, or reads it out."),
    "rights_desk": _("Tell the people at the hub’s desk, in person or by phone. They do it with you."),
    "rights_card": _("Not by letter, text or email yet. Use a card to sign in, at the desk or on any screen."),
    "rights_helper": _("A helper you chose can do it for you."),
    "rights_no_helper": _("A helper cannot do it for you."),
    "rights_no_card": _("It does not work when you are signed in with a card."),
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
    # Email.
    "email_not_taken": _("The mail server did not take this email for two days."),
    "email_bounced": _("The email did not arrive. The address may be wrong. Ask them for their email address."),
    "email_automatic": _("A program wrote this email. We did not answer it."),
    "email_from_unknown": _(
        "We do not know this address, and the email names no question of ours. We did not answer it."
    ),
    "email_from_other_address": _("It came from another address than the one we wrote to. We did not write it down."),
    "email_has_no_question": _("We could not tell which question it answers."),
    "email_may_not_answer": _("This question is not answered by email. We said how to answer."),
    "email_is_too_big": _("The email was too big to read. We asked for a short one."),
    "email_is_not_clear": _("The answer was not clear. We asked again, once."),
    "email_is_not_clear_again": _(
        "The answer was not clear, even after we asked again. We said that somebody reads it."
    ),
    "email_was_refused": _("The answer could not be taken. We said why."),
    "email_taken": _("The answer was written down."),
    "email_stop": _("They wrote STOP. We send them no more emails. Ask them how they would like to be reached."),
    "email_attachments_left_out": _("We do not open or keep anything that is attached to an email."),
    "emails-stop": _("Somebody asked for no more emails."),
    "answer_link_is_unknown": _("We do not know this link. Open it again from the newest email, or sign in."),
    "answer_link_was_used": _("This link was used already. A link works once."),
    "answer_link_is_too_old": _("This link is too old. A link works for 30 days."),
    "answer_link_says_less_now": _("This question is not answered by email any more. Sign in to answer it."),
    "read_email": _("An email that you wrote"),
    "read_email_why": _("To see what it answers, as the program could not tell"),
    # Letters and paper forms.
    "too_late_to_post": _("The question closes too soon for a letter there and back. Ring them."),
    "letter_returned": _("A letter came back. Ask them for their address."),
    "choose_why_it_came_back": _("Choose why the letter came back."),
    "letter_was_not_posted": _("This letter was not posted yet."),
    "back_moved": _("They do not live there any more"),
    "back_not_known": _("Nobody of that name, or no such address"),
    "back_not_fetched": _("Nobody took it in, or fetched it"),
    "back_other": _("It does not say, or something else"),
    "paper_code_mistyped": _("That is not a code of ours. Check each letter. It has no O, I or L, and no 0 or 1."),
    "paper_code_unknown": _("We know no form with that code. Is the form from this hub? Ask the desk."),
    "paper_code_was_used": _("This form was used already. To change an answer, sign in or tell the desk."),
    "paper_code_opens_only_open_questions": _("What you say here is private. Sign in to answer it."),
    "paper_form_is_for_the_desk": _("Give this form to the desk of the hub, closed. Only the desk types it in."),
    "paper_day_is_too_early": _("That day is before the form was made. Check the day on the paper."),
    "question_is_still_open": _("The question is still open, so the form is not too late. Type it in."),
    "paper_keyed": _("It is written down, and they are told. Type in the code of the next form."),
    "paper_keyed_after_closing": _(
        "The answer is kept. The question had closed already, so what was published stays as it was."
    ),
    "paper_noted_as_late": _("It is noted that the form came too late, and they are told."),
    "paper_came_too_late": _("Your form came after the question had closed, so it could not count. We are sorry."),
    "answered_with_paper_code": _(
        "Somebody answered a question with the code on your letter. Was it not you? Tell the desk."
    ),
    "held_letters": _("Letters to me"),
    "held_letters_why": _("So that what we tell you by post is printed, and posted in time."),
    "data_posted": _("Posted"),
    "data_came_back": _("Came back"),
    "kept_paper_tries": _("Codes of paper forms that were not right"),
    "kept_paper_tries_why": _("So that the desk sees when somebody tries out codes."),
    "letters-printed": _("Letters were printed."),
    "letters-posted": _("Letters were posted."),
    "letter-came-back": _("A letter came back."),
    "paper-keyed": _("A paper form was typed in."),
    "paper-came-too-late": _("A paper form came too late."),
}
