"""Can a meeting be planned from each template?"""

from collections.abc import Iterator

from sidebyside.recipes.checks import missing_pairs, same_id_twice
from sidebyside.recipes.faults import Problem
from sidebyside.recipes.lines import Where
from sidebyside.recipes.shape import LONGEST_MEETING, Files, Template

FILE = "meetings.toml"


def problems(files: Files) -> Iterator[Problem]:
    """Everything wrong with the templates of meetings."""
    templates = files.meetings.templates
    yield from same_id_twice((FILE, "template"), templates)
    for number, template in enumerate(templates):
        yield from _template((FILE, "template", number), template)


def _template(place: Where, template: Template) -> Iterator[Problem]:
    """Bristol policy, Environment, Environment and Atmosphere in Sessions: a meeting of two hours has a break."""
    for number, item in enumerate(template.items):
        yield from missing_pairs((*place, "item", number), item)
    if template.minutes >= 120 and "break" not in [item.kind for item in template.items]:
        yield Problem(
            place,
            f'The template "{template.id}" lasts two hours or more and has no break.',
            'Add a [[template.item]] with kind = "break".',
        )
    if template.minutes > LONGEST_MEETING:
        yield Problem(
            place,
            f'The template "{template.id}" takes {template.minutes} minutes.',
            f"Plan {LONGEST_MEETING} minutes or fewer: a meeting ends on the day it starts.",
        )
