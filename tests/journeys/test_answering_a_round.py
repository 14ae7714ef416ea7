"""A member says how it is going for her."""

from tests.journeys.ways import in_each_way


@in_each_way
def test_a_member_answers_a_round_and_changes_her_mind(as_, way):
    me = as_("Amara Venn", way)
    print(me.heading, me.page.locator("main").inner_text())
