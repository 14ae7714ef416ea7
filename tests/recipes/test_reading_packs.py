"""Loading a pack, and what it gives to the rest."""

import pytest

from sidebyside.recipes import BrokenPack, NoSuchPack, available, load, pack_text
from sidebyside.recipes.folder import checksum, root
from tests.recipes.sound import change, write


@pytest.fixture
def packs(tmp_path, monkeypatch):
    monkeypatch.setenv("SIDEBYSIDE_PACKS", str(tmp_path))
    return tmp_path


def test_a_pack_is_read_once_and_gives_its_things_by_name(packs):
    folder = write(packs)

    pack = load("small", "1.0.0")

    assert pack is load("small", "1.0.0")
    assert (pack.id, pack.version, pack.checksum) == ("small", "1.0.0", checksum(folder))
    assert [rung.level for rung in pack.rungs] == [1, 2, 3, 4, 5, 6, 7]
    assert pack.rung("co-production").tests[0].id == "equal-relationship"
    assert pack.ingredient("money").always_needed
    assert [method.id for method in pack.methods_for("money")] == ["care-for-money"]
    assert pack.method("care-for-time").due == ("projects.first_joined", "sessions.held")
    assert pack.question("open").answers[1].goes_to == pack.outcome("told").id


def test_words_come_in_easy_read_when_asked(packs):
    write(packs)
    pack = load("small", "1.0.0")

    assert pack_text(pack, "title", easy=True) == "A little recipe"
    assert pack.rung("co-design").text("title") == "The rung co-design"
    assert pack.rung("co-design").text("title", True) == "Step 6"
    assert pack.question("open").answers[0].text("fix", easy=True) == ""


def test_a_name_that_is_not_there_is_a_key_error(packs):
    write(packs)

    with pytest.raises(KeyError):
        load("small", "1.0.0").rung("manipulation")


def test_a_broken_pack_never_loads_and_says_where(packs):
    line = change(write(packs), "ladder.toml", "level = 3", "level = 9")

    with pytest.raises(BrokenPack, match=f"ladder.toml:{line}: The rung") as told:
        load("small", "1.0.0")
    assert [fault.line for fault in told.value.faults] == [line]


@pytest.mark.parametrize(
    ("name", "version"),
    [("none", "1.0.0"), ("small", "1.0.1"), ("../small", "1.0.0"), ("small", ".."), ("", ""), ("small\n", "1.0.0")],
)
def test_a_pack_that_is_not_there_is_said_to_be_missing(packs, name, version):
    write(packs)

    with pytest.raises(NoSuchPack):
        load(name, version)


def test_packs_are_listed_by_name_with_the_newest_last(packs):
    for version in ("10.0.0", "2.0.0", "1.0.0"):
        write(packs, version=version)
    write(packs, "another")
    (packs / "small" / "draft").mkdir()

    assert available() == [("another", "1.0.0"), ("small", "1.0.0"), ("small", "2.0.0"), ("small", "10.0.0")]


def test_without_a_setting_packs_are_the_products_own(monkeypatch):
    monkeypatch.delenv("SIDEBYSIDE_PACKS", raising=False)

    assert ("bristol-adult-social-care", "1.0.0") in available()
    assert (root() / "bristol-adult-social-care" / "1.0.0" / "pack.toml").is_file()


def test_bristols_pack_has_its_rungs_ingredients_and_31_methods(monkeypatch):
    monkeypatch.delenv("SIDEBYSIDE_PACKS", raising=False)
    pack = load("bristol-adult-social-care", "1.0.0")

    whens = [method.when for method in pack.methods]
    assert (len(pack.rungs), len(pack.ingredients), len(whens)) == (7, 10, 31)
    assert (whens.count("before"), whens.count("during"), whens.count("after")) == (11, 10, 10)
    assert pack.about.startswith("# ")
    assert pack.about_easy.startswith("# ")


def test_the_checksum_sees_a_byte_moved_from_one_file_to_the_next(packs):
    folder = write(packs)
    first = checksum(folder)

    (folder / "RELEASED").write_text(first)
    assert checksum(folder) == first
    (folder / "about.md").write_text("ab")
    (folder / "b.md").write_text("c")
    before = checksum(folder)
    (folder / "about.md").write_text("a")
    (folder / "b.md").write_text("bc")
    assert len({first, before, checksum(folder)}) == 3
