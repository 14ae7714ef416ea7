"""What people said of what the group talks about, and the words they look after: as she reads it, and how it is forgotten."""

from collections.abc import Iterator
from datetime import datetime

from sidebyside.agreements.models import Remark, Term
from sidebyside.kit.holdings import forgets, holds
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person


def my_remarks(person: Person) -> Iterator[dict]:
    rows = Remark.objects.filter(by=person, taken_back_at=None).select_related("project")
    for row in rows.order_by("-at", "-id"):
        yield {"data_project": row.project.name, "data_words": row.words, "data_when": row.at}


def words_i_look_after(person: Person) -> Iterator[dict]:
    rows = Term.objects.filter(owner=person, closed_at=None).select_related("project")
    for row in rows.order_by("-flagged_on", "-id"):
        yield {"data_project": row.project.name, "data_the_word": row.term, "data_since": row.flagged_on}


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """What she said is emptied, as if she had taken it back. A word that she looked after waits for somebody else."""
    remarks = Remark.objects.filter(by=person)
    remarks.filter(taken_back_at=None).update(taken_back_at=now)
    remarks.update(words="")
    Term.objects.filter(owner=person).update(owner=None)


holds("agreements.remarks", title="held_remarks", why="held_remarks_why", rows=my_remarks)
holds("agreements.terms", title="held_terms", why="held_terms_why", rows=words_i_look_after)
