"""What this part says, by code: each kind of thing that is held, its labels, how long things are kept, and refusals.

The labels ("data_…") are shared by every part that says what it holds (kit/holdings.py).
"""

from django.utils.translation import gettext_lazy as _

PROPOSAL = _("Our own proposal. Check it before use.")

HELD = {
    "held_details": _("My details"),
    "held_details_why": _("To know who you are, to reach you, and to write so that you can read it."),
    "held_ways_in": _("How I sign in"),
    "held_ways_in_why": _("To let you in, and nobody else. We keep no password."),
    "held_messages": _("What I was told"),
    "held_messages_why": _("So that you can read it again."),
    "held_answers": _("What I was asked, and what I said"),
    "held_answers_why": _("To count what you say, once. Private answers are locked. Only you can read them here."),
    "held_answers_stay": _("How many said what in a question that has closed. It has no names."),
    "held_help": _("Who helps me, and whom I help"),
    "held_help_why": _("So that only helpers you chose can answer for you."),
    "held_help_stays": _("That somebody helped, with no name. It shows that an answer was fair."),
    "held_entered": _("What I wrote down for others"),
    "held_entered_why": _("So that they can see who wrote it down, and change it."),
    "held_entered_stays": _("The answers are theirs. Your name goes."),
    "held_work": _("My work for the hub"),
    "held_work_why": _("To know who keeps the desk."),
    "held_places": _("My projects"),
    "held_places_why": _("To know who is in a project, and what they were told when they said yes."),
    "held_places_stay": _("That somebody was here, and how they joined, with no name. The group’s numbers need it."),
    "held_groups": _("My groups"),
    "held_groups_why": _("To know who is asked what."),
    "held_started": _("Projects I started, and why they are as they are"),
    "held_started_why": _("So that everybody knows how a project began."),
    "held_started_stays": _("What a project says about itself. Other people rely on it. Drafts go."),
    "held_advice": _("Advice I was asked for"),
    "held_advice_why": _("So that a plan can be made better."),
    "held_proposals": _("What I put to a group"),
    "held_proposals_why": _("So that the group can answer it."),
    "held_proposals_stay": _("What the group agreed, or is answering now. It is the group’s. Your name goes."),
    "held_statements": _("What I said shows a thing is done"),
    "held_statements_why": _("So that others can agree or not."),
    "held_disagreements": _("Where I did not agree"),
    "held_disagreements_why": _("So that it stands beside the label and is answered."),
    "held_words_stay": _(
        "That somebody said something, with no name and no words. What you wrote by your job stays as the organisation’s word."
    ),
    "held_history": _("What I did here"),
    "held_history_why": _("So that nobody can change unseen what happened. The history holds codes in place of names."),
    "held_history_stays": _("That something happened, and when, with no name and no words of yours."),
    "held_came_in": _("Emails and texts from me"),
    "held_came_in_why": _(
        "So that somebody can read what was no clear answer. What was an answer is with your answers."
    ),
    "held_reads": _("Who read my private things"),
    "i_chose_a_helper": _("%(name)s may answer for me."),
    "i_joined_a_project": _("I am in the project “%(project)s”."),
    "consent_helpers": _("People who help me"),
    "consent_places": _("Projects I said yes to"),
    "way_account": _("I can sign in by email"),
    "way_passkey": _("A passkey"),
    "way_card": _("A card to sign in with"),
    "way_link": _("A link that was sent to me"),
    "not_answered": _("None"),
    "helps_me": _("Helps me"),
    "i_help": _("I help"),
    "hub_role_desk": _("I keep the desk"),
}

LABELS = {
    "data_name": _("Name"),
    "data_email": _("Email"),
    "data_phone": _("Phone"),
    "data_address": _("Address for letters"),
    "data_format": _("How I like to read"),
    "data_language": _("Language"),
    "data_door": _("By which door"),
    "data_reach": _("How to reach me"),
    "data_looks": _("How pages look"),
    "data_since": _("Since"),
    "data_what": _("What"),
    "data_last_used": _("Last used"),
    "data_made": _("Made"),
    "data_made_by": _("Made by"),
    "data_ended": _("Ended"),
    "data_new_email": _("New email that waits"),
    "data_words": _("Words"),
    "data_sent": _("Sent"),
    "data_asked": _("What was asked"),
    "data_when": _("When"),
    "data_answer": _("Answer"),
    "data_said_at": _("Said"),
    "data_entered_by": _("Written down by"),
    "data_who": _("Who"),
    "data_for": _("For"),
    "data_until": _("Until"),
    "data_project": _("Project"),
    "data_group": _("Group"),
    "data_joins_as": _("How I joined"),
    "data_organisation": _("For which organisation"),
    "data_offer": _("What I was offered"),
    "data_told": _("What I was told when I said yes"),
    "data_asked_at": _("Asked"),
    "data_joined_at": _("Joined"),
    "data_said_no_at": _("Said no"),
    "data_left_at": _("Left"),
    "data_outcome": _("What came of it"),
    "data_agreed_at": _("Agreed by somebody else"),
    "data_answered_at": _("Answered"),
    "data_my_answer": _("My answer to somebody"),
    "data_from": _("From"),
    "data_read_by": _("Who read it"),
    "data_why": _("Why"),
    "outcome_agreed": _("The group agreed"),
    "outcome_not_agreed": _("The group did not agree"),
}

KEPT = {
    "kept_links": _("Links to sign in"),
    "kept_links_why": PROPOSAL,
    "kept_sessions": _("Signed-in browsers that are signed out now"),
    "kept_sessions_why": PROPOSAL,
    "kept_messages": _("Messages to people"),
    "kept_messages_why": PROPOSAL,
    "kept_emails_in": _("Emails that came in"),
    "kept_texts_in": _("Texts that came in"),
    "kept_texts_out": _("What we wrote back to texts"),
    "kept_came_in_why": _("Our own proposal: three months. What nobody has read yet stays. Check it before use."),
    "kept_reads": _("The list of who read private things"),
    "kept_reads_why": _("Two years is a common proposal for such lists. No law sets it. Check it before use."),
    "kept_never_answered": _("People who were asked to join and never answered"),
    "kept_never_answered_why": PROPOSAL,
    "keep_for_days_that_make_sense": _("Write how many days: 1 at least, 7300 (twenty years) at most."),
    "keeping-changed": _("How long something is kept was changed."),
    "things_go_soon": _(
        "%(number)s old things go in the next two weeks. Look at “How long we keep things” at the desk."
    ),
}

FORGOTTEN = {
    "no_longer_here": _("somebody who is no longer here"),
    "hand_on_the_desk_first": _("Nobody else keeps the desk. Ask somebody to keep it first."),
    "forgetting_is_written_down": _("This is written down already."),
    "forgetting_is_coming": _(
        "We will forget you on %(day)s, as you asked. Did you not ask? Do you want to stay? "
        "Tell the desk, or stop it on your page “My data”."
    ),
    "forgetting_was_stopped": _("You stay. We will not forget you."),
    "person-forgotten": _("Somebody was forgotten."),
    "forgetting-asked": _("Somebody asked to be forgotten."),
    "forgetting-stopped": _("Somebody who had asked to be forgotten stays."),
    "disagreement-forgotten": _("A disagreement ended. Whoever did not agree asked to be forgotten."),
}

WORDS = {**HELD, **LABELS, **KEPT, **FORGOTTEN}
