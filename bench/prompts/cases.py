"""The prompts and their expectations, read from ``data/*.toml``.

A file holds ``cases``, one per line: ``prompt | expectations``. It may also hold grammars, which multiply a few
patterns by lists of words. Expectations are short words, parted by blanks (a blank inside one is written "_"):

| form | means |
|---|---|
| ``fox`` ``3*apple/green`` | a thing; how many, in which colour |
| ``cat>on>sofa`` | how one thing stands to another |
| ``girl:reading`` | what somebody does |
| ``house.blue`` | a part or garment of that colour |
| ``-dog`` | no such thing |
| ``@forest`` ``t=dusk`` ``w=snow`` ``s=winter`` ``c=close`` | place, time, weather, season, camera |
| ``~watercolor`` ``!poster`` ``p=teal`` ``^tall`` | style or mood, kind, colour of the whole picture, shape |
| ``"SUMMER SALE"`` | words to be set, exactly these |
| ``?steampunk`` | a word that must be told as approximated or not drawn |
"""

from __future__ import annotations

import itertools
import re
import tomllib
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).parent / "data"
_HELD_OUT = 5
"""Every fifth prompt is never looked at while tuning."""
_TOKEN = re.compile(r'"[^"]*"|\S+')
_SLOT = re.compile(r"\{(\w+)\}")


class Case(NamedTuple):
    """A prompt and what a careful reader expects of its picture."""

    prompt: str
    expected: tuple[str, ...]
    held_out: bool


def _case(line: str) -> Case:
    prompt, _, expected = line.rpartition(" |")
    if not prompt:
        raise ValueError(f"No expectations: {line!r}")
    prompt = prompt.strip().replace("\\n", "\n")
    return Case(prompt, tuple(_TOKEN.findall(expected)), zlib.crc32(prompt.encode()) % _HELD_OUT == 0)


def _multiplied(grammar: dict[str, Any]) -> Iterator[str]:
    """Every ``step``-th line that the grammar's pattern makes of its words; a word may be "shown=expected"."""
    pattern, step = grammar["pattern"], grammar.get("step", 1)
    prompt_part, _, expected_part = pattern.rpartition(" |")
    slots = list(dict.fromkeys(_SLOT.findall(pattern)))
    for words in itertools.islice(itertools.product(*(grammar[slot] for slot in slots)), 0, None, step):
        shown = {slot: word.partition("=")[0] for slot, word in zip(slots, words, strict=True)}
        meant = {
            slot: word.partition("=")[2] or word.replace(" ", "_") for slot, word in zip(slots, words, strict=True)
        }
        meant = {slot: shown[slot] if f'"{{{slot}}}"' in expected_part else word for slot, word in meant.items()}
        yield f"{prompt_part.format(**shown)} |{expected_part.format(**meant)}"


def load() -> list[Case]:
    """All cases, each prompt once."""
    lines: list[str] = []
    for path in sorted(DATA.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        lines += [line for line in content.get("cases", "").splitlines() if line.strip()]
        for grammar in content.get("grammar", []):
            lines += _multiplied(grammar)
    return list({case.prompt: case for case in map(_case, lines)}.values())
