"""A small pack with nothing wrong, to break one thing at a time."""

from pathlib import Path

from sidebyside.recipes.faults import Fault
from sidebyside.recipes.shape import ALWAYS_NEEDED, INGREDIENTS, RUNGS, TESTS

PACK = """\
id = "small"
version = "1.0.0"
title = "A small pack for tests"
title_easy = "A little recipe"
licence = "CC-BY-4.0"
sources = [
  "A policy we made up", # with a note [ that is not a bracket
]

[[credits]]
title = "A book about cake"
link = "https://example.org/cake"
note = "Where the cake comes from."
note_easy = "The cake is from here."
"""
RUNG = """\
[[rung]]
id = "{id}"
level = {level}
title = "The rung {id}"
title_easy = "Step {level}"
meaning = "What {id} means to the people in it."
meaning_easy = \"\"\"
This is step {level}.
[[It]] is not a table.\"\"\"
{needs}
source = "proposal"

"""
TEST = """\
[[rung.test]]
id = "{id}"
title = "The test {id}"
title_easy = "We check this: {id}"
fact = "agreements.decides_as_equals"
source = "What is Co-Production?"

"""
INGREDIENT = """\
[[ingredient]]
id = "{id}"
title = "The ingredient {id}"
title_easy = "You need {id}"
meaning = "What good {id} looks like."
meaning_easy = "This is good {id}."
prompt = "Do you have the {id} you need?"
prompt_easy = "Is your {id} right?"
always_needed = {needed}
source = "Ingredients"

[[ingredient.part]]
id = "first-part"
title = "The first part of {id}"
title_easy = "A bit of {id}"
meaning = "What the first part of {id} looks like."
meaning_easy = "This is a bit of {id}."
prompt = "How is the first part of {id}?"
prompt_easy = "Is this bit of {id} right?"
source = "Ingredients"

"""
METHOD = """\
[[method]]
id = "care-for-{id}"
when = "during"
ingredient = "{id}"
title = "Care for {id} while you work"
title_easy = "Look after {id}"
words = "Ask each person about {id}, and act on what they say."
words_easy = "Ask about {id}. Then do it."
due = ["projects.first_joined", "sessions.held"]
shown_by = ["projects.timeline_shared", "later.part_shows_{id}"]
statement_prompt = "Say what was done about {id}."
statement_prompt_easy = "What did you do about {id}?"
source = "Methods, During"

"""
QUESTIONS = """\
[[question]]
id = "open"
order = 1
ask = "Is anything open to change?"
ask_easy = "Can things change?"
help = "Think of money and dates."
help_easy = "Is the money fixed? Are the dates fixed?"
source = "proposal"

[[question.answer]]
id = "yes"
label = "Yes, some of it"
label_easy = "Yes. Some things can."
goes_to = "money"
reason = "There is something to decide together."
reason_easy = "We can decide things."

[[question.answer]]
id = "no"
label = "No, nothing is"
label_easy = "No. It is all fixed."
goes_to = "told"
fix = "Ask those who decided to open it again."
fix_easy = "Ask them to change it."
reason = "There is nothing to decide together."
reason_easy = "We can decide nothing."

[[question]]
id = "money"
order = 2
ask = "Is there money for it?"
ask_easy = "Is there money?"
help = "Think of pay, travel and access."
help_easy = "Can we pay you? Can you get there?"
source = "proposal"

[[question.answer]]
id = "yes"
label = "Yes, it is set aside"
label_easy = "Yes. We keep it safe."
goes_to = "together"
reason = "Nobody takes part at their own cost."
reason_easy = "You do not have to pay."

[[question.answer]]
id = "no"
label = "No, there is none"
label_easy = "No. We have no money."
goes_to = "told"
reason = "People would take part at their own cost."
reason_easy = "You would have to pay."

[[outcome]]
id = "together"
title = "Work it out as equals"
title_easy = "Do it together"
meaning = "People decide as equals from start to end."
meaning_easy = "We decide as equals."
rung = "co-production"
leads = "community"
source = "proposal"

[[outcome]]
id = "told"
title = "Tell people plainly"
title_easy = "You are told"
meaning = "People are told what was decided, and why."
meaning_easy = "We tell you what. We tell you why."
rung = "informing"
source = "proposal"
"""
MEETINGS = """\
[[template]]
id = "two-hours"
title = "Two hours and a break"
title_easy = "We meet and rest"
words = "People arrive, work, have a break and work on."
words_easy = "We work. We rest."
ways = ["in-person", "hybrid"]
source = "Ingredients, Time"

[[template.item]]
kind = "content"
title = "What we work on"
title_easy = "Our work"
words = "Choose one thing."
words_easy = "Pick a thing."
minutes = 100

[[template.item]]
kind = "break"
title = "A break"
title_easy = "Rest"
minutes = 20
"""
OFFERED = frozenset({"projects.timeline_shared", "projects.members_know_what_is_fixed", "agreements.decides_as_equals"})
NEEDS = {
    "consultation": "group_says_any = 1",
    "engagement": 'group_says = { knowledge = "partly", values = "yes" }',
    "co-production": "every_ingredient = true",
}


def write(folder: Path, pack_id: str = "small", version: str = "1.0.0") -> Path:
    """Write the pack below this folder and give its own folder."""
    here = folder / pack_id / version
    here.mkdir(parents=True)
    known = 'facts = ["projects.members_know_what_is_fixed"]'
    rungs = [RUNG.format(id=name, level=n, needs=NEEDS.get(name, known)) for n, name in enumerate(RUNGS, start=1)]
    cake = [INGREDIENT.format(id=name, needed=str(name in ALWAYS_NEEDED).lower()) for name in INGREDIENTS]
    (here / "pack.toml").write_text(PACK.replace('"small"', f'"{pack_id}"').replace("1.0.0", version))
    (here / "ladder.toml").write_text("".join(rungs) + "".join(TEST.format(id=name) for name in TESTS))
    (here / "ingredients.toml").write_text("".join(cake))
    (here / "methods.toml").write_text("".join(METHOD.format(id=name) for name in INGREDIENTS))
    (here / "participation.toml").write_text(QUESTIONS)
    (here / "meetings.toml").write_text(MEETINGS)
    return here


def change(folder: Path, file: str, old: str, new: str, nth: int = 1) -> int:
    """Put new words for old, in the nth place they stand. Gives the number of the line where they stood."""
    text = (folder / file).read_text()
    parts = text.split(old)
    assert len(parts) > nth, f"{old!r} is not there {nth} times"
    before = old.join(parts[:nth])
    (folder / file).write_text(before + new + old.join(parts[nth:]))
    return before.count("\n") + 1


def only(faults: list[Fault]) -> tuple[str, int, str]:
    """The one fault there is, as file, line and words."""
    assert len(faults) == 1, "\n".join(map(str, faults))
    return faults[0].file, faults[0].line, f"{faults[0].wrong} {faults[0].right}"
