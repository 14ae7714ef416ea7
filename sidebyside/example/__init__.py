"""The worked example: a practice hub, filled by doing everything that was done, in order, at the moment it was done."""

import json
import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from sidebyside.example.doors import Doors
from sidebyside.example.group import Power, Remarks, Words, usual_answers
from sidebyside.example.meetings import Coming
from sidebyside.example.needs import Needs
from sidebyside.example.own import Own
from sidebyside.example.people import People
from sidebyside.example.project import ProjectStory, tell_the_story
from sidebyside.example.replay import Diary, read
from sidebyside.example.sessions import Meetings
from sidebyside.example.sheets import Sheets
from sidebyside.example.statements import Statements
from sidebyside.kit.clock import LONDON
from sidebyside.people import messages

EXAMPLE_NOW = datetime(2025, 2, 4, 10, 0, tzinfo=LONDON)
MonthEnded = Callable[[date, datetime], object]
MEETINGS = ["sessions-ways.toml", "sessions-content.toml", "sessions-writing.toml"]
STATEMENTS = ["statements-before.toml", "statements-during.toml", "statements-after.toml"]


def make(
    data_dir: Path, tell: Callable[[str], object] = print, month_ended: MonthEnded = lambda day, now: None
) -> None:
    """Fill this empty, migrated hub with the worked example, all or nothing; then say who is in it and which day it is.

    tell: is told a line a step. month_ended: is called with the last day of each month, at its last second.
    """
    with transaction.atomic():
        people = replay(tell, month_ended)
        messages.let_the_past_rest(before=EXAMPLE_NOW - timedelta(days=14), now=EXAMPLE_NOW)
        cast = people.cast()
    shift = (EXAMPLE_NOW - timezone.now()).total_seconds()
    _write(Path(data_dir) / "practice.json", {"shift_seconds": round(shift), "cast": cast})


def replay(tell: Callable[[str], object], month_ended: MonthEnded) -> People:
    """Everything from September 2023 to 4 February 2025. Gives everybody in it."""
    diary = Diary()
    people = People(diary)
    Doors(diary, people)
    policy = read("bristol.toml") | read("rounds.toml")
    policy["proposal"] = read("agreements.toml")["proposal"] + usual_answers(read("group.toml"))
    bristol = ProjectStory(diary, people, policy)
    for name in STATEMENTS:
        Statements(bristol, read(name), EXAMPLE_NOW)
    Needs(bristol, read("needs.toml"), EXAMPLE_NOW)
    for name in MEETINGS:
        told = read(name)
        Meetings(bristol, told)
        Sheets(bristol, told)
    for name in ["group.toml", "power.toml"]:
        Remarks(bristol, read(name))
    Words(bristol, read("words.toml"))
    Power(bristol, read("power.toml"))
    Own(bristol, read("own.toml"))
    Coming(bristol, policy["meeting"])
    others = [read("parking.toml"), read("evening.toml")]
    for told in others:
        ProjectStory(diary, people, told)
    for told in [policy, *others]:
        tell_the_story(diary, told["line"], tell)
    diary.replay(EXAMPLE_NOW, month_ended)
    return people


def _write(file: Path, said: dict) -> None:
    """In one go: a hub that is half made must not look made."""
    half = file.with_suffix(".part")
    with half.open("w", encoding="utf-8") as out:
        json.dump(said, out, indent=1, ensure_ascii=False)
        out.flush()
        os.fsync(out.fileno())
    half.replace(file)
