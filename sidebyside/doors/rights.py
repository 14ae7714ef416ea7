"""What a member can do without the web, without email, with a helper, with a card: every gap has a name here (decision 9).

"Who can see this?" shows the row of the page it is about. A test goes through every act that is open to a member and
every page that she can open, and fails when a gap is found that has no name here.
"""

from dataclasses import dataclass

from sidebyside.who_can import Act

ASKED = "rights_asked"  # it comes as a question, and is answered by every door
READ = "rights_read"  # it is read: printed and posted, or read out
DESK = "rights_desk"  # she tells the desk, in person or by phone
CARD = "rights_card"  # at any screen with a sign-in card; the desk has one and somebody to sit beside her


@dataclass(frozen=True)
class Way:
    """How it is done without the web. kind: of ask, where it comes as a question. helper, card: can those do it too?"""

    how: str
    kind: str = ""
    helper: bool = False
    card: bool = True


WAYS: dict[Act, Way] = {
    Act.READ_PROJECT: Way(READ, helper=True),
    Act.READ_INVITATION: Way(READ, helper=True),
    Act.ANSWER_INVITATION: Way(ASKED, "projects.join", helper=True),
    Act.START_PROJECT: Way(CARD),
    Act.GIVE_ADVICE: Way(ASKED, "projects.advice"),
    Act.READ_INFORMATION: Way(READ, helper=True),
    Act.SAY_IF_I_GO_ON: Way(ASKED, "projects.longer", helper=True),
    Act.TAKE_BREAK: Way(DESK, "projects.place"),
    Act.LEAVE_PROJECT: Way(DESK, "projects.place"),
    Act.WRITE_TEXT: Way(CARD),
    Act.RECORD_CHECKING: Way(CARD),
    Act.SAY_IF_NAMED: Way(ASKED, "texts.named", helper=True),
    Act.READ_STANDING: Way(READ, helper=True),
    Act.SAY_WHAT_SHOWS_IT: Way(CARD),
    Act.AGREE_WITH_STATEMENT: Way(CARD),
    Act.DISAGREE: Way(CARD),
    Act.ANSWER_DISAGREEMENT: Way(CARD),
    Act.CLOSE_DISAGREEMENT: Way(CARD),
    Act.ANSWER_ROUND: Way(ASKED, "standing.round", helper=True),
    Act.ASK_FOR_ROUND: Way(CARD),
    Act.PROPOSE: Way(CARD),
    Act.VOTE: Way(ASKED, "agreements.proposal", helper=True),
    Act.READ_SHARED_NEEDS: Way(DESK, card=False),
    Act.SAY_I_DECIDE: Way(DESK, card=False),
    Act.READ_MEETINGS: Way(READ, helper=True),
    Act.ANSWER_AFTER_MEETING: Way(ASKED, "meetings.afterwards", helper=True),
    Act.ANSWER_QUOTE: Way(ASKED, "meetings.quote", helper=True),
    Act.ANSWER_BEFORE_MEETING: Way(ASKED, "meetings.before", helper=True),
    Act.ANSWER_WHEN: Way(ASKED, "meetings.when", helper=True),
    Act.ADD_TO_AGENDA: Way(DESK, "meetings.before"),
    Act.RUN_MEETING: Way(CARD),
    Act.COME_IN: Way(CARD),
    Act.CORRECT_NOTES: Way(CARD),
    Act.READ_OWN_GROUP: Way(CARD),
    Act.PLAN_OWN_MEETING: Way(CARD),
    Act.BRING_BACK: Way(CARD),
    Act.REMARK: Way(CARD),
    Act.POINT_AT_WORD: Way(CARD),
    Act.CARE_FOR_WORD: Way(CARD),
    Act.WRITE_OF_MYSELF: Way(ASKED, "agreements.who_i_am"),
    Act.WRITE_OF_POWER: Way(CARD),
    Act.SEE_WORK_LIST: Way(CARD),
    Act.WRITE_DOWN: Way(DESK, card=False),
    Act.READ_OWN: Way(DESK),
    Act.BE_FORGOTTEN: Way(DESK),
    Act.CHOOSE_HELPER: Way(DESK, card=False),
    Act.HELP: Way(CARD),
}


def without_the_web(act: Act | None) -> list[str]:
    """Codes of the sentences about an act: how it is done without the web, and whether a helper or a card can do it."""
    way = WAYS.get(act) if act else None
    if way is None:
        return []
    return [
        way.how,
        "rights_helper" if way.helper else "rights_no_helper",
        *([] if way.card else ["rights_no_card"]),
    ]
