"""Sentences about what is planned: agenda, roles, papers, moves, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "way_in-person": _("In person"),
    "way_online": _("Online"),
    "way_phone": _("By phone"),
    "way_hybrid": _("In person and online together"),
    "way_outdoors": _("Outdoors"),
    "way_making": _("Making things together"),
    "venue_step_free": _("A way in without steps"),
    "venue_toilet": _("An accessible toilet"),
    "venue_changing_places": _("A Changing Places toilet"),
    "venue_hearing_loop": _("A hearing loop that works"),
    "venue_quiet_room": _("A quiet room to rest in"),
    "venue_adjustable": _("Light, heat and noise can be changed"),
    "venue_parking": _("Parking close by"),
    "venue_bus_near": _("A bus or train close by"),
    "venue_staff_told": _("Staff at the door know who is coming and how to welcome them"),
    "known_yes": _("Yes"),
    "known_no": _("No"),
    "known_unknown": _("Not known yet"),
    "meeting_needs_a_place": _("Write where it is. If you do not meet in one place, choose online or phone."),
    "meeting_is_off": _("This meeting was called off. Its plan cannot be changed."),
    "meeting_is_over": _("This meeting is over. Its plan cannot be changed."),
    "meeting_has_begun": _("This meeting has begun. It cannot be moved now."),
    "agenda_needs_a_name": _("Write what it is about, in a few words."),
    "agenda_needs_minutes": _("Write how many minutes it takes: from 1 to %(most)s."),
    "agenda_is_full": _(
        "There are %(most)s things on this agenda already. Put it in the car park, for a later meeting."
    ),
    "agenda_item_is_off": _("This is no longer on the agenda."),
    "agenda_item_has_begun": _("The meeting is talking about this already. It cannot be taken off."),
    "agenda_words_are_hers": _(
        "These are the words of whoever brought this. You can change its minutes and its place."
    ),
    "say_why_it_is_off": _("Say why it is taken off. Everybody can read it."),
    "role_needs_somebody_here": _("Choose somebody who is here now."),
    "co_facilitator_has_lived_expertise": _(
        "Choose somebody who joins with lived expertise. That shares the power to lead."
    ),
    "paper_needs_words": _("Write a title and the words of the paper."),
    "paper_needs_minutes": _("Write how many minutes it takes to read. This time is paid."),
    "paper_is_given_out": _("This paper is given out. Its words cannot be changed now. Write a new one."),
    "told_meeting_moved": _("%(project)s: a meeting was moved. Look at the new day, time and place."),
    "told_own_meeting": _("There is something new in a group of yours."),
    "told_paper": _("%(project)s: there is something to read before a meeting. The time to read it is paid."),
    "told_agenda_off": _("%(project)s: what you put on an agenda is kept for a later meeting. Read why."),
    "told_role": _("%(project)s: you were asked to do something at a meeting. You can give it back."),
    "told_role_ended": _("%(project)s: somebody else does what you were to do at a meeting."),
    "held_agenda": _("What you put on agendas"),
    "held_agenda_why": _("So that the group talks about it, and can tell you what came of it."),
    "held_agenda_stays": _("What the group was to talk about belongs to the record of the meeting. Your name goes."),
    "held_roles": _("What you do at meetings"),
    "held_roles_why": _("So that everybody knows whom to ask, and everybody gets a turn."),
    "held_roles_stays": _(
        "What was done at past meetings belongs to their record. Your name goes, and nothing is left to do."
    ),
    "held_would_like": _("What you would like to do at meetings"),
    "held_would_like_why": _("So that you get a turn. You can change it at any meeting, under who does what."),
    "meeting-place-said": _("What a meeting is like was written down."),
    "meeting-moved": _("A meeting was moved."),
    "agenda-added": _("Something was put on the agenda of a meeting."),
    "agenda-changed": _("The agenda of a meeting was changed."),
    "agenda-taken-off": _("Something was taken off the agenda of a meeting, with a reason."),
    "role-given": _("Somebody was given something to do at a meeting."),
    "role-ended": _("Somebody no longer does something at a meeting."),
    "paper-made": _("A paper for a meeting was written."),
    "paper-changed": _("A paper for a meeting was changed."),
    "paper-given-out": _("A paper for a meeting was given out."),
    "warn_not_booked": _("Something that people need is not booked yet: %(count)s."),
    "warn_no_way_to_join": _("It does not say how to join from afar. Write the link, or the number to ring."),
    "warn_staff_not_told": _("Nobody has said that staff at the door know who is coming. How people are met matters."),
    "warn_papers_late": _(
        "Papers that come later than %(days)s days before: %(count)s. Some people need that time to read."
    ),
    "warn_over_two_hours": _("It lasts longer than two hours. Two hours with a break suit most people."),
    "warn_no_break": _("There is no break. Put one in."),
    "warn_office_hours": _(
        "It is in office hours, and nobody was asked when they can come. Ask people which times suit them."
    ),
    "warn_agenda_too_long": _("The agenda takes %(count)s minutes more than there are. Leave something for next time."),
    "warn_no_process_time": _("No time is kept for how you work together."),
    "warn_no_co_facilitator": _("Nobody with lived expertise leads the meeting beside the facilitator."),
    "warn_no_note_taker": _("Nobody is there to write the notes."),
}
UNKNOWN = {
    "step_free": _("Somebody needs a way in without steps. Find out if the place has one."),
    "toilet": _("Somebody needs an accessible toilet. Find out if the place has one."),
    "changing_places": _("Somebody needs a Changing Places toilet. Find out if the place has one."),
    "hearing_loop": _("Somebody needs a hearing loop. Find out if the place has one that works."),
    "quiet_room": _("Somebody needs a quiet room. Find out if the place has one."),
    "adjustable": _("Somebody needs light, heat or noise to be right. Find out if they can be changed."),
    "parking": _("Somebody needs parking close by. Find out if the place has it."),
}
LACKS = {
    "step_free": _("Somebody needs a way in without steps, and this place has none. Choose another place."),
    "toilet": _("Somebody needs an accessible toilet, and this place has none. Choose another place."),
    "changing_places": _("Somebody needs a Changing Places toilet, and this place has none. Choose another place."),
    "hearing_loop": _("Somebody needs a hearing loop, and this place has none. Bring one, or choose another place."),
    "quiet_room": _("Somebody needs a quiet room, and this place has none. Choose another place."),
    "adjustable": _(
        "Somebody needs light, heat or noise to be right, and they cannot be changed here. Choose another place."
    ),
    "parking": _("Somebody needs parking close by, and there is none. Choose another place, or book a taxi."),
}
WORDS |= {f"warn_place_unknown_{name}": words for name, words in UNKNOWN.items()}
WORDS |= {f"warn_place_lacks_{name}": words for name, words in LACKS.items()}
