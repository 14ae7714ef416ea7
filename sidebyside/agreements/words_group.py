"""Sentences about what a group says of itself: life stories, power, meetings on the side, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    # Who I am
    "ask_who_i_am_title": _("Would you like to say who you are? For %(project)s"),
    "who_i_am_name": _("What do you like to be called?"),
    "who_i_am_pronouns": _("How should people speak of you?"),
    "who_i_am_pronouns_hint": _("For example: she, he or they."),
    "who_i_am_why": _("Why are you here?"),
    "who_i_am_bring": _("What do you bring?"),
    "who_i_am_bring_hint": _("What you know, what you can do, what you have lived."),
    "who_i_am_helps": _("What helps you to take part?"),
    "who_i_am_not_asked": _("What do you not want to be asked about?"),
    "who_i_am_arriving": _("How are you arriving today?"),
    "who_i_am_arriving_hint": _("For example: glad to be here, tired, worried. Others see it for a week."),
    "who_i_am_seen_by": _("Who may read this?"),
    "seen_by_everybody": _("Everybody in this project"),
    "seen_by_everybody_hint": _("And the helpers that members chose."),
    "seen_by_lived_expertise": _("Only people who join with lived expertise"),
    "seen_by_lived_expertise_hint": _("Nobody who is here by their job or for an organisation, and no helper."),
    "seen_by_nobody": _("Nobody but me"),
    "shown_name": _("Likes to be called"),
    "shown_pronouns": _("How to speak of me"),
    "shown_why": _("Why I am here"),
    "shown_bring": _("What I bring"),
    "shown_helps": _("What helps me"),
    "shown_not_asked": _("Please do not ask me about"),
    "shown_arriving": _("How I am arriving"),
    "agreements.who_i_am": _("Who you are, in your own words"),
    "read_to_know_you": _("To get to know you"),
    "choose_who_reads_it": _("Choose who may read it."),
    "newer_words_stand": _("There is something newer than this. The newer words stand."),
    "write_yours_first": _(
        "Write who you are first, and let everybody read it. Those who hold power by their job write first."
    ),
    "everybody_was_asked_who_they_are": _("Everybody has written, or was asked already. Nobody is asked twice."),
    "asked-who-we-are": _("Everybody was asked who they are, if they would like to say."),
    "members_know_each_other": _(
        "%(some)s of %(everyone)s members share who they are, and looked at it in the last half year."
    ),
    "members_know_each_other_job_first": _(
        "%(some)s of %(everyone)s members share who they are. Not everybody who is here by their job has."
    ),
    "members_know_each_other_not_yet": _("No member shares who they are yet."),
    # Power
    "power_needs_three_answers": _("Answer all three: the power, what it means for others, and what will be done."),
    "look_again_on_a_day_to_come": _("Choose a day to come for looking at it again."),
    "power-written": _("Somebody wrote what power they hold here, and how they share it."),
    "power-of-a-body-written": _("Somebody wrote what power a body holds here."),
    # Meetings on the side
    "only_those_with_power_log": _(
        "Only people who are here by their job write down meetings on the side. "
        "What members say to each other is theirs. Nobody writes it down."
    ),
    "side_meeting_needs_all": _("Say who was there, what it was about, and what came of it."),
    "side_meeting_is_not_yet": _("Choose a day that has been."),
    "side_meeting_names_a_member": _(
        "This names a member. What members say is never written down here. Write only of those who are here by their job."
    ),
    "side-meeting-logged": _("A meeting on the side was written down."),
    # What is held of a person
    "held_who_i_am": _("Who I am, in my own words"),
    "held_who_i_am_why": _("So that people in a project get to know each other. You choose who reads it."),
    "held_powers": _("What you wrote about power"),
    "held_powers_why": _("So that everybody in the project knows who holds which power, and how it is shared."),
    "held_powers_stay": _("What you wrote of a body by your job stays with the group. Your own words go."),
    "held_side_meetings": _("Meetings on the side that you wrote down"),
    "held_side_meetings_why": _("So that everybody in the project knows that they took place."),
    "held_side_meetings_stay": _("The group keeps what was written by somebody's job. Your name goes from it."),
    "data_who_i_am": _("What you wrote"),
    "data_power_of": _("Whose power"),
    "data_look_again": _("To be looked at again"),
    "consent_who_i_am": _("Who may read who you are"),
    "i_show_who_i_am_everybody": _("Everybody in %(project)s may read who you are."),
    "i_show_who_i_am_lived_expertise": _("People who join %(project)s with lived expertise may read who you are."),
    "kept_who_i_am": _("Who somebody is, in their own words"),
    "kept_who_i_am_why": _("After this time in no project that goes on, it is dropped."),
}
