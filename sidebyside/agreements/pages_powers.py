"""What the pages about who holds which power read."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from sidebyside.agreements import rules_group as rules
from sidebyside.agreements.models import Power
from sidebyside.agreements.pages_remarks import remarks, talked_about
from sidebyside.agreements.pages_terms import meanings
from sidebyside.people.models import Person
from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import BY_THEIR_JOB, Project
from sidebyside.projects.pages import Name, names_in


def power_map(project: Project, *, today: date) -> dict[str, Any]:
    """What is written now, those by their job first; and who, here by their job, has not written. Four queries at most."""
    rows = list(
        project.powers.filter(ended_at=None).select_related("person", "written_by").order_by("written_at", "id")
    )
    by_job = project.memberships.joined().filter(joins_as__in=BY_THEIR_JOB).select_related("person")
    jobs = {place.person_id: place.person.name for place in by_job.order_by("joined_at", "id")}
    name, wrote = names_in(project), {row.person_id for row in rows}
    return {
        "of_people": [
            in_words(row, name, today) for row in sorted(rows, key=lambda r: r.person_id not in jobs) if row.person
        ],
        "of_bodies": [in_words(row, name, today) for row in rows if row.body],
        "to_write": [called for pk, called in jobs.items() if pk not in wrote],
    }


def in_words(row: Power, name: Name, today: date) -> dict[str, Any]:
    return {
        "ref": row.ref,
        "whose": row.body or name(row.person),
        "is_body": bool(row.body),
        "holds": words_or_gone(row.holds),
        "means": words_or_gone(row.means),
        "will_share": words_or_gone(row.will_share),
        "written_by": name(row.written_by),
        "written_at": row.written_at,
        "review_on": row.review_on,
        "due": row.ended_at is None and rules.is_due(row.review_on, today),
        "ended_at": row.ended_at,
    }


@talked_about("power")
def _page_of(project: Project, ref: str) -> str:
    return reverse("power", args=[project.slug, ref]) if project.powers.filter(ref=ref).exists() else ""


def power(project: Project, row: Power, *, me: Person, today: date) -> dict[str, Any]:
    """One of them, what others say of it, and those of the same person or body before and after it, newest first."""
    same = Q(body__iexact=row.body) if row.body else Q(person=row.person)
    rows = project.powers.filter(same)
    others: Iterable[Power] = (
        rows.exclude(pk=row.pk).select_related("person", "written_by").order_by("-written_at", "-id")
    )
    name = names_in(project)
    return {
        "power": in_words(row, name, today),
        "others": [in_words(one, name, today) for one in others],
        "about": f"power:{row.ref}",
        "agreed": meanings(project),
        "remarks": remarks(project, f"power:{row.ref}", me=me),
    }


def to_begin_with(rows: QuerySet[Power], *, today: date) -> dict[str, Any]:
    """What the form begins with: what stands now, if anything does, and a day for looking at it again."""
    row = rows.filter(ended_at=None).first()
    words = {"body": row.body, "holds": row.holds, "means": row.means, "will_share": row.will_share} if row else {}
    return {"review_on": today + rules.REVIEW_IN, **words}
