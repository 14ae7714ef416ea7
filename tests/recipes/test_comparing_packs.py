"""What changed between two versions, in plain words."""

import pytest

from sidebyside.recipes.checking import examine
from sidebyside.recipes.comparing import compare
from sidebyside.recipes.pack import Pack
from sidebyside.recipes.shape import Files
from tests.recipes.sound import change, write


@pytest.fixture
def old(tmp_path):
    return examine(write(tmp_path, version="1.0.0"))[0]


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path, version="1.1.0")


def test_two_versions_that_differ_in_nothing_but_their_number_are_the_same(old, folder):
    assert compare(old, examine(folder)[0]) == []


def test_changed_words_are_told_with_what_they_were(old, folder):
    change(folder, "ingredients.toml", '"The ingredient time"', '"Time enough"')
    change(folder, "ladder.toml", "group_says_any = 1", "group_says_any = 2")
    change(folder, "methods.toml", '"projects.first_joined", "sessions.held"', '"sessions.held"', 2)

    assert compare(old, examine(folder)[0]) == [
        "The rung “The rung consultation”: the number of ingredients the group must say partly or yes about was “1”. "
        "It is now “2”.",
        "The ingredient “The ingredient time”: the title was “The ingredient time”. It is now “Time enough”.",
        "The method “Care for access while you work”: the list of what makes it due was “projects.first_joined”, "
        "“sessions.held”. It is now “sessions.held”.",
    ]


def test_things_that_come_and_go_are_told_with_what_held_them(old, folder):
    change(folder, "methods.toml", 'id = "care-for-time"', 'id = "mind-the-time"')
    change(folder, "ingredients.toml", 'id = "first-part"', 'id = "other-part"', 2)

    assert compare(old, examine(folder)[0]) == [
        "Taken away in the ingredient “The ingredient access”: the part “The first part of access”.",
        "New in the ingredient “The ingredient access”: the part “The first part of access”.",
        "Taken away: the method “Care for time while you work”.",
        "New: the method “Care for time while you work”.",
    ]


def test_another_order_and_another_page_about_the_pack_are_told(old, folder):
    text = (folder / "ingredients.toml").read_text()
    *others, last = text.split("[[ingredient]]\n")[1:]
    (folder / "ingredients.toml").write_text("".join(f"[[ingredient]]\n{one}" for one in [last, *others]))
    (folder / "about.md").write_text("Long words about the pack.")
    (folder / "about.easy.md").write_text("About it.")

    assert compare(old, examine(folder)[0]) == [
        "The ingredients are in another order.",
        "The page about the pack changed.",
        "The Easy Read page about the pack changed.",
    ]


OTHER = {
    "when": "after",
    "leads": "council",
    "due": ("projects.started",),
    "group_says": {"power": "yes"},
    "link": "https://example.org/other",
    "version": "2.0.0",
    "fact": "other.fact",
    "kind": "values",
    "ways": ("online",),
    "whose": "lived-expertise-group",
}


def leaves(node, place=()):
    """Each value in a pack that holds no other, with its place."""
    if isinstance(node, dict) and place[-1:] != ("group_says",):
        for key, value in node.items():
            yield from leaves(value, (*place, key))
    elif isinstance(node, (list, tuple)) and node and isinstance(node[0], dict):
        for number, value in enumerate(node):
            yield from leaves(value, (*place, number))
    elif node != ():
        yield place, node


def changed(data, place, value):
    """The same data with one value changed."""
    if not place:
        return value
    step, *rest = place
    if isinstance(data, dict):
        return {**data, step: changed(data[step], rest, value)}
    return tuple(changed(item, rest, value) if n == step else item for n, item in enumerate(data))


def another(key, value):
    if key in OTHER:
        return OTHER[key]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return (*value, "other.fact") if isinstance(value, tuple) else "another"


def test_no_change_to_any_field_goes_untold(old):
    data = old.files.model_dump(by_alias=True)
    places = {tuple(step for step in place if isinstance(step, str)): (place, value) for place, value in leaves(data)}

    for place, value in places.values():
        new = Pack(Files.model_validate(changed(data, place, another(place[-1], value))), "")
        assert bool(compare(old, new)) == (place != ("pack.toml", "version")), place
        assert all(sentence.endswith(".") for sentence in compare(old, new))
    assert len(places) > 60


def test_a_template_for_a_meeting_that_changed_is_told(old, folder):
    change(folder, "meetings.toml", "minutes = 20", "minutes = 30")

    assert compare(old, examine(folder)[0]) == [
        "The agenda item “A break” in the template for a meeting “Two hours and a break”: the number of minutes was “20”. "
        "It is now “30”."
    ]
