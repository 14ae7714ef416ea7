"""Every kind of ask can travel: it has a sheet in plain words, and a way to take what was said (decision 9)."""

from sidebyside.people.asks import KINDS
from sidebyside.people.sheets import TRAVELS


def test_every_kind_of_ask_has_a_sheet():
    assert set(KINDS) == set(TRAVELS)
