"""The form of a sheet, which every door but the text message shows to somebody."""

from sidebyside.doors.forms import LEAVE_OUT, SheetForm
from sidebyside.people.sheets import Choice, Question, Sheet

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
AGREE = Question("said", "Do you agree?", YES_NO, hint="Take your time.")
WHY = Question("why", "Why?", needed=False)
MORE = Question("alone", "How is your helper?", needed=False, alone=True)
SHEET = Sheet("Our project", ("About.",), (AGREE, WHY, MORE))
OPTIONAL = Sheet("A round", (), tuple(Question(name, name, YES_NO, needed=False) for name in ("time", "access-needs")))


def test_it_asks_what_the_sheet_asks_and_gives_what_was_said():
    form = SheetForm({"said": "yes", "why": " Because. "}, sheet=SHEET)

    assert form.is_valid()
    assert form.answers() == {"said": "yes", "why": "Because."}
    assert ("Take your time." in str(form), "Why? (you can leave this out)" in str(form)) == (True, True)


def test_what_is_needed_and_missing_is_said_beside_it():
    form = SheetForm({"why": "Because."}, sheet=SHEET)

    assert form.errors == {"said": ["Choose one of the answers."]}


def test_a_helper_is_not_asked_what_only_she_answers():
    assert list(SheetForm(sheet=SHEET, by_helper=True).fields) == ["said", "why"]


def test_what_was_answered_earlier_is_filled_in_and_can_be_left_out_again():
    form = SheetForm(sheet=OPTIONAL, earlier={"time": "no"})
    again = SheetForm({"time": LEAVE_OUT, "access-needs": "yes"}, sheet=OPTIONAL, earlier={"time": "no"})

    assert [LEAVE_OUT in dict(field.choices) for field in form.fields.values()] == [True, False]
    assert "checked" in str(form["time"])
    assert again.is_valid()
    assert again.answers() == {"access-needs": "yes"}


def test_when_all_may_be_left_out_it_is_not_said_beside_each():
    form = SheetForm({}, sheet=OPTIONAL)

    assert form.is_valid()
    assert "leave this out" not in str(form)
