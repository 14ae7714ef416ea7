"""Who may do what: one table of words. Whether it can be done now is each part's own rules.py."""

from collections.abc import Iterable
from enum import StrEnum

from sidebyside.kit.verdict import YES, Verdict, no


class Role(StrEnum):
    """What a person is in a room. Stored nowhere: worked out from memberships and hub roles."""

    LIVED_EXPERTISE = "lived_expertise"  # joins with lived expertise
    ORGANISATION = "organisation"  # joins for an organisation
    RESEARCHER = "researcher"
    FACILITATOR = "facilitator"
    OFFICER = "officer"
    LEADER = "leader"
    INVITED = "invited"  # asked to join, has not said yes or no
    STARTER = "starter"  # is starting this project, which is still a draft
    ADVISER = "adviser"  # was asked by a project for advice
    HELPER = "helper"  # helps a member of this project, chosen by her
    DESK = "desk"  # the hub's desk
    THEMSELF = "themself"  # it is about this very person
    SIGNED_IN = "signed_in"  # has a place in this hub


class Act(StrEnum):
    READ_PROJECT = "read a project"
    READ_INVITATION = "read an invitation"
    ANSWER_INVITATION = "answer an invitation"
    START_PROJECT = "start a project"
    SHAPE_PROJECT = "answer the questions that start a project"
    ASK_ADVICE = "ask the advisory group for advice"
    GIVE_ADVICE = "give advice to a project"
    READ_INFORMATION = "read a project's information pack"
    OPEN_TO_NEW_PEOPLE = "open a project to new people"
    MEET_NEW_PEOPLE = "answer somebody who would like to meet"
    INVITE = "invite a person"
    MOVE_STAGE = "move to the next stage"
    PLAN_MORE_TIME = "plan more time for a project"
    SAY_IF_I_GO_ON = "say if I go on when a project grows longer"
    PAUSE_PROJECT = "pause or stop a project"
    COVER_FACILITATOR = "cover or replace a facilitator"
    TAKE_BREAK = "take a break from a project"
    SEE_BREAKS = "see who takes a break"
    LEAVE_PROJECT = "leave a project"
    WRITE_TEXT = "write a text in another format"
    RECORD_CHECKING = "record who checked a text"
    SAY_IF_NAMED = "say if I may be named as a checker"
    READ_STANDING = "read where a project stands"
    SAY_WHAT_SHOWS_IT = "say what shows a method"
    AGREE_WITH_STATEMENT = "agree that a statement is true"
    DISAGREE = "disagree with the label"
    ANSWER_DISAGREEMENT = "answer a disagreement"
    CLOSE_DISAGREEMENT = "say that a disagreement is settled"
    ANSWER_ROUND = "answer a round"
    ASK_FOR_ROUND = "ask for a round"
    PROPOSE = "propose something to agree"
    VOTE = "answer a proposal"
    CHANGE_PACK = "move to another recipe"
    KEY_PAPER = "type in a paper form"
    READ_SHARED_NEEDS = "read what people shared of their needs"
    ARRANGE_NEEDS = "arrange what somebody needs"
    SAY_I_DECIDE = "say whose care I decide about"
    KEEP_DESK = "work at the hub's desk"
    SEE_WORK_LIST = "see the work across projects"
    READ_MEETINGS = "read when and where a project meets"
    PLAN_MEETING = "plan a meeting and book what people need"
    ANSWER_AFTER_MEETING = "say if I got what I needed at a meeting"
    ANSWER_QUOTE = "say if my words may stand in the notes"
    ANSWER_BEFORE_MEETING = "say if I come to a meeting"
    ANSWER_WHEN = "say when I could meet"
    ADD_TO_AGENDA = "put something on the agenda"
    RUN_MEETING = "run a meeting or take its notes"
    COME_IN = "come into the room of a meeting"
    CORRECT_NOTES = "correct the notes of a meeting"
    READ_OWN_GROUP = "read what the Lived Expertise Group keeps to itself"
    PLAN_OWN_MEETING = "plan a meeting of the Lived Expertise Group"
    BRING_BACK = "bring back work that the group stopped"
    REMARK = "say what I think of something in the project"
    POINT_AT_WORD = "point at a word that I do not know"
    CARE_FOR_WORD = "look after a word until it has a meaning"
    WRITE_OF_MYSELF = "write who I am"
    ASK_WHO_WE_ARE = "ask everybody who they are"
    WRITE_OF_POWER = "write who holds which power"
    LOG_SIDE_MEETING = "log a meeting on the side"
    WRITE_DOWN = "write down what somebody says"
    READ_OWN = "read what is mine"
    BE_FORGOTTEN = "be forgotten"
    CHOOSE_HELPER = "choose a helper"
    HELP = "answer for a member I help"


MEMBERS = {Role.LIVED_EXPERTISE, Role.ORGANISATION}
BY_THEIR_JOB = {Role.FACILITATOR, Role.OFFICER, Role.LEADER}
INSIDE = MEMBERS | BY_THEIR_JOB | {Role.RESEARCHER}
RUNS_IT = {Role.FACILITATOR, Role.OFFICER}

WHO: dict[Act, set[Role]] = {
    Act.READ_PROJECT: INSIDE | {Role.HELPER, Role.STARTER},
    Act.READ_INVITATION: INSIDE | {Role.INVITED, Role.HELPER},
    Act.ANSWER_INVITATION: {Role.INVITED, Role.HELPER},
    Act.START_PROJECT: {Role.SIGNED_IN},
    Act.SHAPE_PROJECT: RUNS_IT | {Role.STARTER},
    Act.ASK_ADVICE: RUNS_IT | {Role.STARTER},
    Act.GIVE_ADVICE: {Role.ADVISER},
    Act.READ_INFORMATION: INSIDE | {Role.INVITED, Role.HELPER, Role.STARTER},
    Act.OPEN_TO_NEW_PEOPLE: RUNS_IT,
    Act.MEET_NEW_PEOPLE: {Role.FACILITATOR},
    Act.INVITE: RUNS_IT | {Role.STARTER},
    Act.MOVE_STAGE: RUNS_IT,
    Act.PLAN_MORE_TIME: RUNS_IT,
    Act.SAY_IF_I_GO_ON: INSIDE | {Role.HELPER},
    Act.PAUSE_PROJECT: RUNS_IT,
    Act.COVER_FACILITATOR: RUNS_IT,
    Act.TAKE_BREAK: INSIDE,
    Act.SEE_BREAKS: {Role.FACILITATOR},
    Act.LEAVE_PROJECT: INSIDE,
    Act.WRITE_TEXT: INSIDE,
    Act.RECORD_CHECKING: INSIDE,
    Act.SAY_IF_NAMED: INSIDE | {Role.HELPER},
    Act.READ_STANDING: INSIDE | {Role.HELPER, Role.STARTER},
    Act.SAY_WHAT_SHOWS_IT: INSIDE,
    Act.AGREE_WITH_STATEMENT: MEMBERS,
    Act.DISAGREE: INSIDE,
    Act.ANSWER_DISAGREEMENT: INSIDE,
    Act.CLOSE_DISAGREEMENT: {Role.THEMSELF},
    Act.ANSWER_ROUND: INSIDE | {Role.HELPER},
    Act.ASK_FOR_ROUND: MEMBERS,
    Act.PROPOSE: INSIDE,
    Act.VOTE: INSIDE | {Role.HELPER},
    Act.CHANGE_PACK: RUNS_IT,
    Act.KEY_PAPER: RUNS_IT,
    Act.READ_SHARED_NEEDS: INSIDE,
    Act.ARRANGE_NEEDS: RUNS_IT,
    Act.SAY_I_DECIDE: INSIDE,
    Act.KEEP_DESK: {Role.DESK},
    Act.SEE_WORK_LIST: {Role.SIGNED_IN},
    Act.READ_MEETINGS: INSIDE | {Role.HELPER},
    Act.PLAN_MEETING: RUNS_IT,
    Act.ANSWER_AFTER_MEETING: INSIDE | {Role.HELPER},
    Act.ANSWER_QUOTE: INSIDE | {Role.HELPER},
    Act.ANSWER_BEFORE_MEETING: INSIDE | {Role.HELPER},
    Act.ANSWER_WHEN: INSIDE | {Role.HELPER},
    Act.ADD_TO_AGENDA: INSIDE,
    Act.RUN_MEETING: INSIDE,
    Act.COME_IN: INSIDE,
    Act.CORRECT_NOTES: INSIDE,
    Act.READ_OWN_GROUP: {Role.LIVED_EXPERTISE},
    Act.PLAN_OWN_MEETING: {Role.LIVED_EXPERTISE},
    Act.BRING_BACK: MEMBERS,
    Act.REMARK: INSIDE,
    Act.POINT_AT_WORD: INSIDE,
    Act.CARE_FOR_WORD: INSIDE,
    Act.WRITE_OF_MYSELF: INSIDE,
    Act.ASK_WHO_WE_ARE: RUNS_IT,
    Act.WRITE_OF_POWER: INSIDE,
    Act.LOG_SIDE_MEETING: BY_THEIR_JOB,
    Act.WRITE_DOWN: {Role.SIGNED_IN},
    Act.READ_OWN: {Role.SIGNED_IN},
    Act.BE_FORGOTTEN: {Role.SIGNED_IN},
    Act.CHOOSE_HELPER: {Role.SIGNED_IN},
    Act.HELP: {Role.SIGNED_IN},
}


def may(roles: Iterable[Role], act: Act) -> Verdict:
    """May somebody with these roles do this? A refusal says whether they are outside, or inside without the role."""
    roles = set(roles)
    if WHO[act] & roles:
        return YES
    return no("role_does_not_allow", act=act.value) if roles - {Role.SIGNED_IN} else no("not_part_of_this")
