"""What the projects part says, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "begin_needs_about": _("Say what the project is about first."),
    "begin_needs_fixed": _("Say what is already fixed first. If nothing is, write “Nothing is fixed yet”."),
    "begin_needs_kind": _("Answer the questions about what kind of participation is possible first."),
    "begin_needs_timeline": _("Plan the time first."),
    "project_cannot_become": _("That cannot be done: the project is %(state_code)s."),
    "adviser-added": _("Somebody joined the advisory group."),
    "adviser-left": _("Somebody left the advisory group."),
    "state_draft": _("not started yet"),
    "state_running": _("running"),
    "state_paused": _("paused"),
    "state_stopped": _("stopped"),
    "state_finished": _("finished"),
    "project_not_running": _("The project is not running just now, so nothing new can be asked."),
    "already_in_this_project": _("This person has been asked already, or is in the project already."),
    "organisation_needed": _("Say which organisation this person joins for."),
    "was_here_by_their_job": _("This person is or was here by their job, so they cannot also join as a member."),
    "invitation_already_taken_up": _("This invitation has been taken up already."),
    "invitation_already_declined": _("This invitation was answered with no. A new one can be sent."),
    "only_she_can_leave": _(
        "Only the person herself can leave. If she tells you that she wants to, tell the hub’s desk."
    ),
    "only_jobs_are_covered": _("Only a place that somebody has by their job can be covered or handed on."),
    "not_in_this_project": _("This person is not in the project."),
    "timeline_is_set": _("The time was planned when the project began. Members were told it when they joined."),
    "no_stage_follows": _("This is the last stage. You can finish the project when its work is done."),
    "advice_already_given": _("This advice was given already."),
    "already_on_this_pack": _("The project follows this recipe already."),
    "not_an_answer": _("Choose one of the answers."),
    "stage_already_moved": _("The stage has begun already."),
    "say_how_you_join": _("Say how you join it yourself first."),
    "ask_somebody_else_for_advice": _("Ask somebody else: you cannot advise yourself."),
    "no_such_recipe": _("This hub does not have that recipe."),
    "nobody_with_that_name_write_an_email": _(
        "Nobody in this hub has that name. Write their email address too. If they have none, ask the hub’s desk to add them."
    ),
    "told_described": _(
        "What %(project)s says of itself was changed. Read what it is about, and what is fixed, again."
    ),
    "told_paused": _("%(project)s is paused. This was said to everybody: %(words)s"),
    "told_running": _("%(project)s goes on. This was said to everybody: %(words)s"),
    "told_group_stopped": _("%(project)s is paused. The group agreed to stop for now. Nothing is asked of you."),
    "told_brought_back": _("%(project)s goes on. A member brought it back."),
    "the_group_stopped_it": _("The group agreed to stop for now. Only a member whose word counts can bring it back."),
    "told_stopped": _("%(project)s has stopped. This was said to everybody: %(words)s"),
    "told_finished": _("%(project)s is finished. This was said to everybody: %(words)s"),
    "ask_join_title": _("Will you join %(project)s?"),
    "ask_advice_title": _("What do you think of the plan for %(project)s?"),
    "members_know_what_is_fixed": _(
        "%(some)s of %(everyone)s members were told what is already fixed when they said yes."
    ),
    "members_know_what_is_fixed_not_yet": _("No member has been told what is already fixed."),
    "kind_decided_and_shared": _(
        "%(some)s of %(everyone)s members were told what kind of participation is planned when they said yes."
    ),
    "kind_decided_and_shared_not_yet": _("No member has been told what kind of participation is planned."),
    "timeline_shared": _(
        "%(some)s of %(everyone)s members were told how long the work takes, with extra time, when they said yes."
    ),
    "timeline_shared_not_yet": _("No member has been told how long the work takes."),
    "information_pack_confirmed": _(
        "%(some)s of %(everyone)s members were told how to complain to somebody other than the facilitator."
    ),
    "information_pack_confirmed_not_yet": _(
        "No member has been told how to complain to somebody other than the facilitator."
    ),
    "pay_offered_to_all": _(
        "%(some)s of %(everyone)s members were offered pay before they said yes, or are paid by their job."
    ),
    "pay_offered_to_all_not_yet": _("No member has been offered pay."),
    # Open to new people, and meeting.
    "opening_day_is_past": _("That day is past. Choose a later one."),
    "opening_is_for_a_year_at_most": _("Choose a day in the next year. You can open it again after that."),
    "not_open_to_new_people": _(
        "This project is not open to new people now. What you wrote is still here. You can ring or visit the hub’s desk."
    ),
    "many_wrote_from_here": _(
        "Many people wrote from this place in the last hour. What you wrote is still here. Send it in an hour, or ring the desk."
    ),
    "hello_is_answered": _("This has been answered already."),
    "hello_asked_to_join": _("They were asked to join."),
    "hello_not_now": _("They were told that it is not now, and why."),
    "hello_taken_back": _("They no longer want to. What they wrote was deleted."),
    "held_breaks": _("Breaks I took from a project"),
    "held_breaks_why": _("So that nothing is asked of you while you are away."),
    "kept_hellos": _("What people wrote who would like to meet a project"),
    "kept_hellos_why": _("Eight weeks after they were answered. A proposal: check before use."),
    "came_by_web": _("On this website"),
    "came_by_email": _("By email"),
    "came_by_text": _("By text message"),
    "came_by_post": _("On paper"),
    "came_by_phone": _("By phone"),
    "came_by_in_person": _("In person"),
    # Breaks, leaving, and more time.
    "break_day_is_past": _("Choose a day to come. Or leave it out, and come back when you like."),
    "say_if_you_go_on_first": _("The project takes longer than you said yes to. Say first if you go on."),
    "stage_has_ended": _("This stage has ended. Choose one that has not."),
    "plan_was_changed": _("Somebody planned more time just now. Look at the new plan first."),
    "more_time_is_some_weeks": _("Write how many weeks more, like 4."),
    "not_asked_to_go_on": _("You were not asked this."),
    "ask_place_title": _("Your place in %(project)s"),
    "ask_longer_title": _("%(project)s takes longer than you were told. Will you go on?"),
    "told_break_is_over": _(
        "You took a break from %(project)s until about now. Come back when you like: one tap on its page."
    ),
    "told_end_came": _(
        "The end that you said yes to has come in %(project)s. Nothing more is asked of you. Say yes, and you go on."
    ),
    "told_left_at_the_end": _(
        "%(project)s takes longer. You said that you leave at the old end, so you have left. Thank you."
    ),
    # What happened in a project.
    "opened-to-new-people": _("The project opened to new people."),
    "opening-described": _("What the project says to new people was changed."),
    "closed-to-new-people": _("The project closed to new people."),
    "hello-said": _("Somebody said that they would like to meet the project."),
    "hello-arranged": _("Somebody who would like to meet was told when and where."),
    "hello-answered": _("Somebody who would like to meet had an answer. %(answer_code)s"),
    "project-grew-longer": _("More time was planned. Everybody is asked again."),
    "project-started": _("The project began."),
    "project-described": _("What the project says of itself was changed."),
    "participation-answered": _("A question about what kind of participation is possible was answered again."),
    "advice-given": _("Advice was given."),
    "stage-moved": _("The next stage began."),
    "project-paused": _("The project was paused."),
    "project-resumed": _("The project went on."),
    "project-stopped": _("The project ended."),
    "pack-changed": _("The project moved to another recipe: %(pack)s, version %(version)s."),
    "member-invited": _("Somebody was asked to join."),
    "member-said-no": _("Somebody who was asked to join said no."),
    "member-joined": _("Somebody joined."),
    "member-left": _("Somebody left."),
    "waits_hellos": _("People who would like to meet a project"),
    "facilitator-covered": _("Somebody was asked to cover for, or take over from, a person who is here by their job."),
}
