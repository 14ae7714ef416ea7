"""What agreements say, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "ask_proposal_title": _("Do you agree? A question for everybody in %(project)s"),
    "already_asking_this": _("The group is being asked this already."),
    "proposal_needs_words": _("Write what the group would be agreeing to."),
    "choose_how_to_decide": _("Choose how the group decides: by majority or by consent."),
    "choose_a_rung": _("Choose a rung of the ladder."),
    "choose_an_ingredient": _("Choose an ingredient."),
    "always_needed": _("Access needs, money and sharing power are always needed."),
    "not_asked_this": _("You were not asked this: the people who are asked were fixed when it opened."),
    "not_enough_answered": _("Not enough people answered."),
    "nobody_said_yes": _("Nobody whose word counts said yes."),
    "somebody_said_no": _("Somebody said no, and the group decides this by consent."),
    "nobody_said_no": _("Enough people answered and nobody said no."),
    "no_majority": _("There was no majority for it."),
    "others_said_no": _("Those here by their job, and others, said no."),
    "majority_said_yes": _("Most people whose word counts said yes."),
    "project_stopped_first": _("The project paused or stopped before it closed."),
    "decides_as_equals": _("The group agreed its own way of deciding, with every voice counting the same."),
    "decides_as_equals_not_yet": _("The group has not agreed its own way of deciding."),
    "way_of_deciding_agreed": _("The group agreed its own way of deciding."),
    "way_of_deciding_agreed_not_yet": _("The group has not agreed how it decides."),
    "strategic_decisions_shared": _("The group took part in %(how_many)s big decision(s) as equals."),
    "strategic_decisions_shared_not_yet": _("The group has not shared in a big decision yet."),
    "members_shaped_the_design": _("The group agreed %(how_many)s thing(s) that shaped the work."),
    "members_shaped_the_design_not_yet": _("The group has not agreed anything that shaped the work."),
    "works_from_design_to_delivery": _(
        "The group agreed how delivery and review are shared, and not the design alone."
    ),
    "works_from_design_to_delivery_not_yet": _("The group has not agreed how delivery and review are shared."),
    "only_design_is_planned": _("Only design is planned, and not delivery and review."),
    "vote_yes": _("Yes"),
    "vote_no": _("No"),
    "vote_stand_aside": _("Stand aside"),
    "kind_claim": _("What we say this work is"),
    "kind_claim_words": _(
        "Which rung of the ladder the group says it stands on. Until the group agrees, it is only planned."
    ),
    "kind_not_needed": _("An ingredient that is not needed here"),
    "kind_not_needed_words": _(
        "The group can say that an ingredient is not needed in this work. Access needs, money and sharing power always are."
    ),
    "kind_way_of_deciding": _("How we decide"),
    "kind_way_of_deciding_words": _("How the group makes its decisions, so that every voice counts the same."),
    "kind_shapes_the_design": _("Something that shapes the work"),
    "kind_shapes_the_design_words": _("Something the members want that changes what is planned."),
    "kind_strategic_decision": _("A big decision"),
    "kind_strategic_decision_words": _("A decision about the most important things, taken together as equals."),
    "kind_delivery_and_review": _("How doing the work and checking it are shared"),
    "kind_delivery_and_review_words": _(
        "How members are part of the work after the plan is made: doing it, and checking how it went."
    ),
    "kind_own_name": _("Our own name for this work"),
    "kind_own_name_words": _("What the group calls its work. Once agreed, it heads every page."),
    "choose_what_to_take_back": _("Choose something that stands agreed."),
    "kind_take_back": _("Take something back"),
    "kind_take_back_words": _("The group can take back what it agreed before, in the same way that it agreed it."),
    "proposal-opened": _("The group was asked whether it agrees with something."),
    "proposal-closed": _("The group’s answer was counted."),
}
