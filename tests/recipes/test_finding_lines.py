"""On which line does a key stand?"""

import pytest

from sidebyside.recipes.lines import Lines

TEXT = '''\
top = 1
"quoted key" = 2
[[rung]]
words = """
[[rung]]
id = "not a key" """
id = "one"  # [[rung]]
list = [
  "a]", # ]
  'b\\',
]
[rung.group_says]
knowledge = "partly"

[[ rung ]]
id = "two\\"[["
group_says.power = "yes"
raw = \'\'\'it's [ open \'\'\'
  [[rung.test]]
  id = "first"
  [[rung.test]]
  id = "second"
[other]
end = { a = [1, 2] }
last = ""
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("top",), 1),
        (("quoted key",), 2),
        (("rung", 0), 3),
        (("rung", 0, "words"), 4),
        (("rung", 0, "id"), 7),
        (("rung", 0, "list"), 8),
        (("rung", 0, "list", 1), 8),
        (("rung", 0, "group_says"), 12),
        (("rung", 0, "group_says", "knowledge"), 13),
        (("rung", 1), 15),
        (("rung", 1, "id"), 16),
        (("rung", 1, "group_says"), 17),
        (("rung", 1, "group_says", "power"), 17),
        (("rung", 1, "raw"), 18),
        (("rung", 1, "test", 0, "id"), 20),
        (("rung", 1, "test", 1), 21),
        (("rung", 1, "test", 1, "id"), 22),
        (("other",), 23),
        (("other", "end", "a", 0), 24),
        (("other", "last"), 25),
        (("rung", 1, "missing"), 15),
        (("nowhere",), 1),
        ((), 1),
    ],
)
def test_each_key_is_found_on_its_line(place, line):
    assert Lines(TEXT).find(*place) == line
