"""Forms draw themselves so that everybody can fill them in."""

from datetime import date

import pytest
from django import forms
from lxml import html

from sidebyside.kit.forms import DayField, Form, tried
from sidebyside.kit.verdict import Refused, no


class Offer(Form):
    name = forms.CharField(label="What is it called?", help_text="A few words.", max_length=10)
    how = forms.ChoiceField(label="How?", choices=[("post", "By post"), ("web", "Here")], widget=forms.RadioSelect)
    helps = forms.MultipleChoiceField(
        label="What helps?",
        choices=[("a", "Breaks"), ("b", "A taxi")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    group = forms.ChoiceField(label="Who for?", choices=[("all", "All"), ("few", "A few")])
    start = DayField(label="When?")
    email = forms.EmailField(label="Email", required=False)
    more = forms.CharField(label="Anything else?", widget=forms.Textarea, required=False)
    sure = forms.BooleanField(label="I am sure")
    page = forms.CharField(widget=forms.HiddenInput, required=False)
    choice_hints = {"how": {"post": "We pay for the stamp."}}


GOOD = {
    "name": "Bo & Co", "how": "post", "helps": ["b"], "group": "few", "sure": "on", "page": "2",
    "start-day": "7", "start-month": "March", "start-year": "2024",
}  # fmt: skip


def drawn(form):
    return html.fragment_fromstring(str(form), create_parent="div")


def test_every_question_has_a_label_joined_to_its_control():
    tree = drawn(Offer())
    labelled = set(tree.xpath("//label/@for"))

    controls = tree.xpath("//input[@type!='hidden'] | //select | //textarea")

    assert len(controls) == 12
    assert {c.get("id") for c in controls} == labelled


def test_hint_and_error_are_both_read_out_with_the_question():
    form = Offer({})
    field = drawn(form).get_element_by_id("id_name")

    assert field.get("aria-describedby").split() == ["id_name-hint", "id_name-error"]


def test_what_was_typed_is_still_there_and_safe_when_something_is_wrong():
    form = Offer(GOOD | {"name": "<b>much too long</b>", "start-month": "13"})
    tree = drawn(form)

    assert not form.is_valid()
    assert tree.get_element_by_id("id_name").get("value") == "<b>much too long</b>"
    assert tree.get_element_by_id("id_start-month").get("value") == "13"
    assert tree.get_element_by_id("id_how").get("checked") is not None
    assert tree.xpath("//select/option[@selected]/@value") == ["few"]


def test_a_day_may_be_written_with_the_month_as_a_word():
    form = Offer(GOOD)

    assert form.is_valid(), form.errors
    assert form.answers()["start"] == date(2024, 3, 7)


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("31", "2", "2024"), ("1", "", "2024"), ("", "", "24"), ("1", "Smarch", "2024"), ("1-1", "1", "1")],
)
def test_a_day_that_is_not_real_is_asked_for_again(day, month, year):
    form = Offer(GOOD | {"start-day": day, "start-month": month, "start-year": year})

    assert form.errors["start"] == ["Write a real day, month and year, like 27 3 2024."]


def test_a_day_that_is_known_is_shown_in_its_three_boxes():
    tree = drawn(Offer(initial={"start": date(2024, 3, 7)}))

    assert [tree.get_element_by_id(f"id_start-{part}").get("value") for part in ("day", "month", "year")] == [
        "7",
        "3",
        "2024",
    ]


def test_a_question_that_may_be_left_out_says_so():
    words = drawn(Offer()).text_content()

    assert "Email (you can leave this out)" in words
    assert "How? (you can" not in words


def test_djangos_own_messages_are_in_plain_words_and_a_forms_own_are_kept():
    class Asks(Form):
        one = forms.CharField()
        two = forms.CharField(error_messages={"required": "Write your two."})

    form = Asks({})

    assert form.errors["one"] == ["Please answer this. It is needed before you can go on."]
    assert form.errors["two"] == ["Write your two."]


def test_too_many_words_says_how_much_room_there_is():
    form = Offer(GOOD | {"name": "eleven ltrs"})

    assert form.errors["name"] == ["Please use fewer words. There is room for 10 letters and spaces. You used 11."]


def test_one_question_a_page_makes_the_question_the_heading():
    class One(Form):
        question_is_heading = True
        about = forms.CharField(label="What is it about?")

    assert drawn(One()).xpath("//h1/label/text()")[0].strip() == "What is it about?"


def test_an_error_at_the_top_leads_to_the_first_control_of_its_question():
    form = Offer({})
    ids = set(drawn(form).xpath("//@id"))

    assert {field.first_control for field in form if field.errors} <= ids
    assert form["start"].first_control == "id_start-day"


def test_a_refusal_goes_to_the_top_of_the_form_in_words(monkeypatch):
    monkeypatch.setattr("sidebyside.kit.forms.say", lambda code, values: f"{code}: {values['n']} so far")

    def refuse(**_):
        raise Refused(no("too-few", n=4))

    form = Offer(GOOD)
    assert form.is_valid()

    assert tried(form, refuse, by="Bo") is False
    assert form.non_field_errors() == ["too-few: 4 so far"]
    assert tried(Offer(GOOD), dict, by="Bo") is True
