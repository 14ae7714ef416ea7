# ruff: noqa: E501  (the matrix is read across)
"""Who can do what, said again as people read it. Changing a permission takes two edits; the difference is legible."""

from pathlib import Path

import pytest

from sidebyside.who_can import WHO, Act, Role, may

PAGE = Path(__file__).resolve().parents[2] / "docs" / "who-can-do-what.md"

MATRIX = """
                                                    lived_expertise organisation researcher facilitator officer leader invited starter adviser helper desk themself signed_in
read a project                                      yes             yes          yes        yes         yes     yes    no      yes     no      yes    no   no       no
read an invitation                                  yes             yes          yes        yes         yes     yes    yes     no      no      yes    no   no       no
answer an invitation                                no              no           no         no          no      no     yes     no      no      yes    no   no       no
start a project                                     no              no           no         no          no      no     no      no      no      no     no   no       yes
answer the questions that start a project           no              no           no         yes         yes     no     no      yes     no      no     no   no       no
ask the advisory group for advice                   no              no           no         yes         yes     no     no      yes     no      no     no   no       no
give advice to a project                            no              no           no         no          no      no     no      no      yes     no     no   no       no
read a project's information pack                   yes             yes          yes        yes         yes     yes    yes     yes     no      yes    no   no       no
open a project to new people                        no              no           no         yes         yes     no     no      no      no      no     no   no       no
answer somebody who would like to meet              no              no           no         yes         no      no     no      no      no      no     no   no       no
invite a person                                     no              no           no         yes         yes     no     no      yes     no      no     no   no       no
move to the next stage                              no              no           no         yes         yes     no     no      no      no      no     no   no       no
plan more time for a project                        no              no           no         yes         yes     no     no      no      no      no     no   no       no
say if I go on when a project grows longer          yes             yes          yes        yes         yes     yes    no      no      no      yes    no   no       no
pause or stop a project                             no              no           no         yes         yes     no     no      no      no      no     no   no       no
cover or replace a facilitator                      no              no           no         yes         yes     no     no      no      no      no     no   no       no
take a break from a project                         yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
see who takes a break                               no              no           no         yes         no      no     no      no      no      no     no   no       no
leave a project                                     yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
write a text in another format                      yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
record who checked a text                           yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
say if I may be named as a checker                  yes             yes          yes        yes         yes     yes    no      no      no      yes    no   no       no
read where a project stands                         yes             yes          yes        yes         yes     yes    no      yes     no      yes    no   no       no
say what shows a method                             yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
agree that a statement is true                      yes             yes          no         no          no      no     no      no      no      no     no   no       no
disagree with the label                             yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
answer a disagreement                               yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
say that a disagreement is settled                  no              no           no         no          no      no     no      no      no      no     no   yes      no
answer a round                                      yes             yes          yes        yes         yes     yes    no      no      no      yes    no   no       no
ask for a round                                     yes             yes          no         no          no      no     no      no      no      no     no   no       no
propose something to agree                          yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
answer a proposal                                   yes             yes          yes        yes         yes     yes    no      no      no      yes    no   no       no
move to another recipe                              no              no           no         yes         yes     no     no      no      no      no     no   no       no
type in a paper form                                no              no           no         yes         yes     no     no      no      no      no     no   no       no
read what people shared of their needs              yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
arrange what somebody needs                         no              no           no         yes         yes     no     no      no      no      no     no   no       no
say whose care I decide about                       yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
work at the hub's desk                              no              no           no         no          no      no     no      no      no      no     yes  no       no
see the work across projects                        no              no           no         no          no      no     no      no      no      no     no   no       yes
read when and where a project meets                 yes             yes          yes        yes         yes     yes    no      no      no      yes    no   no       no
plan a meeting and book what people need            no              no           no         yes         yes     no     no      no      no      no     no   no       no
say if I got what I needed at a meeting             yes             yes          yes        yes         yes     yes    no      no      no      yes    no   no       no
say if my words may stand in the notes              yes             yes          yes        yes         yes     yes    no      no      no      yes    no   no       no
say if I come to a meeting                          yes             yes          yes        yes         yes     yes    no      no      no      yes    no   no       no
say when I could meet                               yes             yes          yes        yes         yes     yes    no      no      no      yes    no   no       no
put something on the agenda                         yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
run a meeting or take its notes                     yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
come into the room of a meeting                     yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
correct the notes of a meeting                      yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
read what the Lived Expertise Group keeps to itself yes             no           no         no          no      no     no      no      no      no     no   no       no
plan a meeting of the Lived Expertise Group         yes             no           no         no          no      no     no      no      no      no     no   no       no
bring back work that the group stopped              yes             yes          no         no          no      no     no      no      no      no     no   no       no
say what I think of something in the project        yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
point at a word that I do not know                  yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
look after a word until it has a meaning            yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
write who I am                                      yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
ask everybody who they are                          no              no           no         yes         yes     no     no      no      no      no     no   no       no
write who holds which power                         yes             yes          yes        yes         yes     yes    no      no      no      no     no   no       no
log a meeting on the side                           no              no           no         yes         yes     yes    no      no      no      no     no   no       no
write down what somebody says                       no              no           no         no          no      no     no      no      no      no     no   no       yes
read what is mine                                   no              no           no         no          no      no     no      no      no      no     no   no       yes
be forgotten                                        no              no           no         no          no      no     no      no      no      no     no   no       yes
choose a helper                                     no              no           no         no          no      no     no      no      no      no     no   no       yes
answer for a member I help                          no              no           no         no          no      no     no      no      no      no     no   no       yes
"""


def cells(matrix: str):
    head, *rows = matrix.strip("\n").splitlines()
    width = len(head) - len(head.lstrip())
    for row in rows:
        for role, word in zip(head.split(), row[width:].split(), strict=True):
            yield row[:width].strip(), role, word == "yes"


@pytest.mark.parametrize(("act", "role", "expected"), list(cells(MATRIX)))
def test_who_can_do_what(act, role, expected):
    assert bool(may({Role(role)}, Act(act))) is expected


def test_no_act_and_no_role_is_missing_from_the_matrix():
    assert {(act, role) for act, role, _ in cells(MATRIX)} == {(act.value, role.value) for act in Act for role in Role}


def test_a_refusal_says_whether_somebody_is_inside_or_outside():
    assert may({Role.SIGNED_IN}, Act.READ_PROJECT).code == "not_part_of_this"
    assert may({Role.LEADER}, Act.INVITE).code == "role_does_not_allow"


def test_the_page_for_people_says_the_same_as_the_table():
    assert PAGE.read_text() == page_for_people()


def page_for_people() -> str:
    """docs/who-can-do-what.md, made from the table."""
    lines = ["# Who can do what", "", "Made from `sidebyside/who_can.py`; a test keeps the two the same.", ""]
    for act in Act:
        roles = ", ".join(role.value.replace("_", " ") for role in Role if role in WHO[act])
        lines.append(f"- **{act.value[0].upper()}{act.value[1:]}**: {roles}.")
    return "\n".join(lines) + "\n"
