"""What this part says, by code: refusals, messages, and what happened in the hub."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    # Who may do what.
    "role_does_not_allow": _("Your place here does not let you do this."),
    "not_part_of_this": _("This is for people with another place in this hub."),
    # Asks and answers.
    "said_in_the_future": _("That day is not here yet. Write when it was said."),
    "ask_is_somebody_elses": _("This question was put to somebody else."),
    "ask_was_withdrawn": _("This question was taken back. It needs no answer."),
    "ask_has_closed": _("This question has closed."),
    "person_was_forgotten": _("This person asked us to forget them."),
    "choose_an_answer": _("Choose one of the answers."),
    "answer_is_missing": _("One answer is missing. Answer each question that needs an answer."),
    "answer_is_too_long": _("That is too long. Use 2000 letters and spaces at most."),
    "only_the_desk_keys_this": _("Only the hub's desk may type in this answer, and nobody who runs the project."),
    "answered_in_your_name": _("%(by)s wrote down an answer for you. You can look at it and change it."),
    # Helpers.
    "helping_has_ended": _("This help has ended."),
    "helping_not_confirmed": _("They have not said yes to this helper yet."),
    "helper_not_chosen_for_this": _("They did not choose you for this kind of question."),
    "helper_runs_this_project": _("You run this project by your job. So you cannot enter what a member says."),
    "nobody_is_her_own_helper": _("You cannot be your own helper."),
    "helper_runs_a_project_of_hers": _(
        "This person runs a project that the member is in. So they cannot be the helper."
    ),
    "recorder_runs_a_project_of_hers": _(
        "You run a project that this person is in. Ask somebody else at the desk to do this."
    ),
    "desk_does_not_record_itself": _("Ask somebody else at the desk to write this down, as it is about you."),
    "only_she_confirms_her_helper": _("Only the member can say yes to a helper."),
    "choose_what_the_helper_may_answer": _("Choose at least one thing that the helper may answer."),
    "helping_day_is_past": _("That day is past. Choose a later one."),
    "helping_is_for_a_year_at_most": _("Choose a day in the next year. You can choose the helper again after that."),
    "nobody_here_with_that_email": _("Nobody in this hub has that email address. Ask the desk to add them first."),
    "nobody_here_with_that_name": _("Nobody in this hub has that name or email. Add the person first."),
    "several_people_with_that_name": _("More than one person has that name. Write the email address."),
    # Signing in.
    "link_is_not_good": _("This link does not work any more. Ask for a new one."),
    "code_is_not_right": _(
        "That code is not right, or it is too old. Check it, open the link in the email, or ask for a new one."
    ),
    "asked_for_many_links": _(
        "You asked for many links in this hour. Look in your email for the newest one. Or wait an hour, and ask again."
    ),
    "account_is_closed": _("You cannot sign in any more. Ask the desk why."),
    "card_or_word_is_not_right": _(
        "The code or the word is not right. After five wrong tries a card stops working. The desk can make a new one."
    ),
    "card_has_no_word_yet": _("This card is new. Choose “My card is new” below, and set your own word first."),
    "card_cannot_be_set_up": _(
        "This card cannot be set up. Check the code. If you have set a word before, sign in with it."
    ),
    "card_maker_runs_a_project_of_hers": _(
        "You run a project that this person is in. Ask somebody else at the desk to make the card."
    ),
    "card_changes_no_email": _(
        "You are signed in with a card. With a card you cannot change your email address. Ask the desk to help you."
    ),
    "card_chooses_no_helper": _(
        "You are signed in with a card. With a card you cannot choose a helper. Tell the desk in person whom you choose."
    ),
    "word_is_too_short": _("Choose a word with at least 4 letters."),
    "words_are_not_the_same": _("The two words are not the same. Write your word again."),
    "card_adds_no_passkey": _("You are signed in with a card. With a card you cannot add a passkey."),
    "helper_adds_no_passkey": _(
        "You are helping somebody just now. Stop helping first. Then you can add a passkey of your own."
    ),
    "passkeys_are_enough": _("You have ten passkeys. Take one away before you add another."),
    "passkeys_need_a_site": _("This hub cannot use passkeys yet. Sign in by email or with a card."),
    "passkey_is_here_already": _("This passkey is here already. You can sign in with it."),
    "passkey_is_not_right": _(
        "That passkey did not work. It may have been taken away here. Try again, or sign in another way."
    ),
    "passkey_looks_copied": _("That passkey did not work. It may be a copy. We told the owner. Sign in another way."),
    "passkey_took_too_long": _("That took too long, or the page was old. Please try again now."),
    "in_by_link": _("By a link in an email"),
    "in_by_code": _("By a code in an email"),
    "in_by_card": _("With a card"),
    "in_by_passkey": _("With a passkey"),
    "in_by_practice": _("As one of the people of this practice hub"),
    # Details and organisations.
    "email_is_taken": _("Somebody in this hub has that email address already."),
    "has_an_email_already": _("This person has an email address. Only they can change it."),
    "door_needs_an_email": _("To reach you by email we need your email address."),
    "door_needs_a_phone": _("To reach you by phone or text we need your phone number."),
    "organisation_is_there": _("This organisation is in the list already."),
    # Messages to a person.
    "card_made": _("%(by)s made a card for you to sign in with. It is of no use until you set your own word."),
    "card_word_set": _("A word was set for your card. Was it not you? Tell the desk, or end the card on this page."),
    "card_used": _("Your card was used to sign in. Was it not you? Tell the desk, or end the card on this page."),
    "card_locked": _(
        "Somebody wrote a wrong word for your card too many times. We stopped the card. The desk can make a new one."
    ),
    "passkey_added": _(
        "A passkey was added for you to sign in with. Was it not you? "
        "Take it away on the page “Ways I sign in”, and tell the desk."
    ),
    "passkey_taken_away": _(
        "One of your passkeys was taken away. It signs nobody in any more. Was it not you? Tell the desk."
    ),
    "passkey_was_copied": _(
        "Somebody tried to sign in with what may be a copy of your passkey. We did not let them in. "
        "Take that passkey away on the page “Ways I sign in”, and make a new one."
    ),
    "you_were_chosen_to_help": _("%(name)s chose you as a helper."),
    "your_helper_can_start": _("%(name)s can now write down answers for you. You can end this at any time."),
    "helping_ended": _("You no longer help %(name)s."),
    "your_helper_ended": _("%(name)s no longer helps you."),
    # What happened in the hub.
    "person-added": _("A person was added."),
    "details-changed": _("A person's details changed."),
    "email-written-down": _("The desk wrote down an email address."),
    "card-made": _("A card to sign in was made."),
    "card-ended": _("A card to sign in was ended."),
    "passkey-added": _("A passkey to sign in was added."),
    "passkey-taken-away": _("A passkey to sign in was taken away."),
    "helper-chosen": _("A helper was chosen."),
    "helper-confirmed": _("A member said yes to a helper."),
    "helper-ended": _("A helper's time ended."),
    "organisation-added": _("An organisation was added."),
    "organisation-led-said": _("Somebody said who leads an organisation."),
    "desk-given": _("Somebody began to keep the desk."),
}
