"""Reads a folder and says everything that is wrong with it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sidebyside.recipes import checks, checks_of_meetings, checks_of_questions
from sidebyside.recipes import folder as kept
from sidebyside.recipes.easy_read import MOST_WORDS, same_words, too_long, words_in
from sidebyside.recipes.faults import Fault, Problem, in_plain_words, nearest
from sidebyside.recipes.lines import Lines, Where
from sidebyside.recipes.pack import Pack
from sidebyside.recipes.shape import NEEDED_FILES, TOML_FILES, Files


def check(folder: Path | str, offered: frozenset[str] | None = None) -> list[Fault]:
    """Every fault of the pack in this folder, in the order of its files. offered: the facts that parts offer now."""
    return examine(folder, offered)[1]


def examine(folder: Path | str, offered: frozenset[str] | None = None) -> tuple[Pack | None, list[Fault]]:
    """The pack if it is sound, and its faults if it is not."""
    folder = Path(folder).resolve()
    if not folder.is_dir():
        return None, [Fault(folder.name, 1, "There is no such folder.", "Name the folder of one version of a pack.")]
    texts, faults = _read(folder)
    data, unread = _parse(texts)
    files, problems = _shape(data)
    problems += _texts(data)
    if files:
        problems += [*checks.problems(files, offered), *checks_of_questions.problems(files)]
        problems += [*checks_of_meetings.problems(files), *_names(folder, files)]
    faults += unread + _markdown(texts) + _placed(problems, texts) + _released(folder)
    if faults or not files:
        return None, sorted(set(faults), key=lambda fault: (_rank(fault.file), fault.line, fault.wrong))
    about, easy = texts.get(kept.ABOUT, ""), texts.get(kept.ABOUT_EASY, "")
    return Pack(files, kept.checksum(folder), about, easy), []


def count_pairs(folder: Path | str) -> int:
    """How many texts of a sound pack have their Easy Read pair."""
    texts, _ = _read(Path(folder).resolve())
    return sum(1 for _ in _pairs(_parse(texts)[0])) + (kept.ABOUT in texts)


def _read(folder: Path) -> tuple[dict[str, str], list[Fault]]:
    """The texts of the files that belong, and what is missing, foreign or unreadable."""
    texts: dict[str, str] = {}
    there = {path.name: path for path in folder.iterdir()}
    faults = [
        Fault(name, 1, "This does not belong in a pack.", nearest(name, kept.BELONG, "Take it out."))
        for name in there.keys() - set(kept.BELONG)
    ]
    for name in kept.BELONG:
        if name not in there:
            if name in NEEDED_FILES:
                faults.append(Fault(name, 1, "This file is missing.", f"Make it. {_purpose(name)}"))
        elif there[name].is_symlink() or not there[name].is_file():
            faults.append(Fault(name, 1, "This is not a file.", "Put a plain file here."))
        else:
            content = there[name].read_bytes()
            try:
                texts[name] = content.decode()
            except UnicodeDecodeError as wrong:
                line = content[: wrong.start].count(b"\n") + 1
                faults.append(Fault(name, line, "There is a character we cannot read.", "Save the file as UTF-8."))
    return texts, faults


def _purpose(name: str) -> str:
    return next(f"It says: {field.description}" for field in Files.model_fields.values() if field.alias == name)


def _parse(texts: dict[str, str]) -> tuple[dict[str, Any], list[Fault]]:
    data, faults = {}, []
    for name in TOML_FILES:
        if name in texts:
            try:
                data[name] = tomllib.loads(texts[name])
            except (tomllib.TOMLDecodeError, RecursionError) as wrong:
                faults.append(_not_toml(name, texts[name], str(wrong)))
    return data, faults


def _not_toml(name: str, text: str, wrong: str) -> Fault:
    where = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", wrong)
    line = int(where[1]) if where and where[1] else len(text.splitlines()) or 1
    what = wrong[: where.start()] if where else wrong
    return Fault(
        name,
        line,
        f"This is not TOML: {what}.",
        "Look for a missing quote mark, bracket or equals sign, or a key used twice.",
    )


def _shape(data: dict[str, Any]) -> tuple[Files | None, list[Problem]]:
    try:
        return Files.model_validate(data), []
    except ValidationError as wrong:
        errors = [error for error in wrong.errors() if error["loc"][0] in data]
        return None, [problem for error in errors if (problem := in_plain_words(error))]


def _texts(data: dict[str, Any]) -> list[Problem]:
    """Easy Read that is the same as its source, or has long sentences."""
    problems = []
    for place, source, easy in _pairs(data):
        if same_words(source, easy) and easy.strip():
            problems.append(Problem(place, f'"{place[-1]}" says the same as its source.', "Say it in easier words."))
        problems += [Problem(place, *_long(sentence)) for sentence in too_long(easy)]
    return problems


def _long(sentence: str) -> tuple[str, str]:
    return (
        f'This Easy Read sentence has {words_in(sentence)} words: "{sentence}"',
        f"Use {MOST_WORDS} words or fewer. Make two sentences of it.",
    )


def _pairs(node: Any, place: Where = ()) -> Iterator[tuple[Where, str, str]]:
    """Each Easy Read text with its place and its source, whatever else may be wrong."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from _pairs(item, (*place, number))
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str) and key.endswith("_easy"):
                yield (*place, key), str(node.get(key.removesuffix("_easy"), "")), value
            else:
                yield from _pairs(value, (*place, key))


def _markdown(texts: dict[str, str]) -> list[Fault]:
    """about.md is optional; with it comes about.easy.md."""
    source, easy = texts.get(kept.ABOUT), texts.get(kept.ABOUT_EASY)
    if source is None and easy is None:
        return []
    if source is None or easy is None:
        has, lacks = (kept.ABOUT, kept.ABOUT_EASY) if easy is None else (kept.ABOUT_EASY, kept.ABOUT)
        return [Fault(has, 1, f"There is no {lacks} beside it.", f"Write {lacks}.")]
    faults = [
        Fault(name, 1, "This file is empty.", "Write its words.")
        for name in (kept.ABOUT, kept.ABOUT_EASY)
        if not texts[name].strip()
    ]
    if same_words(source, easy) and not faults:
        faults.append(Fault(kept.ABOUT_EASY, 1, "It says the same as about.md.", "Say it in easier words."))
    return faults + [Fault(kept.ABOUT_EASY, _line_of(sentence, easy), *_long(sentence)) for sentence in too_long(easy)]


def _line_of(sentence: str, text: str) -> int:
    found = re.search(r"\s+".join(map(re.escape, sentence.split())), text)
    return text[: found.start()].count("\n") + 1 if found else 1


def _names(folder: Path, files: Files) -> Iterator[Problem]:
    for key, said, name in (("id", files.about.id, folder.parent.name), ("version", files.about.version, folder.name)):
        if said != name:
            yield Problem(
                ("pack.toml", key),
                f'The {key} is "{said}", but its folder is called "{name}".',
                "Let both say the same.",
            )


def _released(folder: Path) -> list[Fault]:
    note = folder / kept.RELEASED
    if not note.is_file() or note.read_text(errors="replace").strip() == kept.checksum(folder):
        return []
    return [Fault(kept.RELEASED, 1, "This version was released and must not change.", "Copy it to a new version.")]


def _placed(problems: list[Problem], texts: dict[str, str]) -> list[Fault]:
    lines = {name: Lines(texts[name]) for name in {str(problem.place[0]) for problem in problems}}
    return [
        Fault(str(file), lines[str(file)].find(*inside), wrong, right) for (file, *inside), wrong, right in problems
    ]


def _rank(file: str) -> tuple[int, str]:
    return (kept.BELONG.index(file) if file in kept.BELONG else len(kept.BELONG), file)
