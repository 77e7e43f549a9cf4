"""New rows of charts and sheets: what "a bar 'Kiwi' 12" or "14:00 workshop" asks for, and where they go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.information.marks import with_number
from aquatint.engines.composer.edits.information.reading import bare, number_of, words, written
from aquatint.engines.composer.edits.information.rows import Row, source_of
from aquatint.engines.composer.edits.signs import CLOCK
from aquatint.engines.composer.planner.graphic.numbers import DAYS
from aquatint.engines.composer.planner.tokens import Token

LABEL = 400
"""Characters of a label at most."""


def fitting_place(rows: Sequence[Row], made: Sequence[Row]) -> int:
    """At the end, but years among years in their order."""
    if CLOCK.fullmatch(made[0].mark) and all(CLOCK.fullmatch(row.mark) for row in rows):
        return sum(_minutes(row.mark) <= _minutes(made[0].mark) for row in rows)
    years = [row.mark for row in rows]
    if (
        made[0].mark.isdigit()
        and len(made[0].mark) == 4
        and all(one.isdigit() for one in years)
        and years == sorted(years)
    ):
        return sum(one <= made[0].mark for one in years)
    return len(rows)


def _minutes(hour: str) -> int:
    """Minutes since midnight of "9:30" or "2 pm"."""
    digits = [int(number) for number in re.findall(r"\d+", hour)]
    later = 12 if "p" in hour.lower() and digits[0] < 12 else 0
    return 60 * (digits[0] + later) + (digits[1] if len(digits) > 1 else 0)


def new_row(
    draft: Draft, clause: Clause, piece: Sequence[Token], rows: Sequence[Row], *, placed: bool = False
) -> tuple[Row, list[Token]] | None:
    """The row that "a bar 'Kiwi' 12" asks for, and the tokens that say it; None where the words name none.

    ``placed``: its place among the others is said, so that it can be nothing else.
    """
    tokens = bare(piece)
    numbers = [
        token for token in tokens if token.kind != "quote" and number_of(clause.source, [token]) is not None
    ]
    numeric = source_of(draft.scene) == "chart" or any(row.mark for row in rows)
    number = numbers[-1] if numbers and numeric else None
    if number is tokens[-1] if tokens else False:
        name = bare(tokens[:-1])
    elif number is not None and number is tokens[0]:
        name = bare(tokens[1:])
    else:
        name, number = tokens, None
    name = _quote_of(name) or name
    if placed and draft.scene.sheet is not None and any(t.folded in words("heads") for t in clause.tokens):
        name = bare([token for token in name if token.kind == "quote" or token.folded not in words("heads")])
        return Row(written(clause.source, name)[:LABEL], role="section"), list(name)
    listed = source_of(draft.scene) != "chart" and (
        placed
        or draft.scene.kind in words("plain-lists")
        or any(token.folded in words("row-words") for token in clause.tokens)
    )
    quoted = bool(name) and name[0].kind == "quote"
    if len(tokens) > 1 and any(CLOCK.fullmatch(row.mark) for row in rows):
        timed = _at_an_hour(clause, tokens)
        if timed is not None:
            return timed
    day = name[0] if len(name) > 1 and _is_day(name[0].folded) and any(_is_day(row.mark) for row in rows) else None
    if day is not None:
        # "Thursday swimming", where the others have their days too.
        return Row(written(clause.source, name[1:])[:LABEL], mark=day.text), list(name)
    if not name or (number is None and (source_of(draft.scene) == "chart" or not (quoted or listed))):
        return None
    if number is None and numeric and not quoted and not placed and not _says_where(clause):
        return None
    label = written(clause.source, name)[:LABEL]
    row = Row(label, values=(None,) * len(rows[0].values))
    if number is None:
        return row, list(name)
    value = number_of(clause.source, [number])
    assert value is not None
    made = with_number(row, value, as_written(clause.source, number), rows)
    return None if made is None else (made, [*name, number])


def _at_an_hour(clause: Clause, tokens: Sequence[Token]) -> tuple[Row, list[Token]] | None:
    """ "14:00 workshop", "a coffee break at 11:30"; a bare number is an hour after "at"."""
    first, last = tokens[0], tokens[-1]
    if CLOCK.fullmatch(first.text):
        name, hour = bare(tokens[1:]), first
    elif CLOCK.fullmatch(last.text) or (last.text.isdigit() and tokens[-2].folded in ("at", "for")):
        name, hour = bare(tokens[:-1]), last
    else:
        return None
    mark = hour.text if CLOCK.fullmatch(hour.text) else f"{hour.text}:00"
    return (Row(written(clause.source, name)[:LABEL], mark=mark), [*name, hour]) if name else None


def _quote_of(name: Sequence[Token]) -> list[Token]:
    """The passage in quotation marks among the words for a row: it is the row's name, whatever leads to it."""
    return [token for token in name if token.kind == "quote"][:1]


def _is_day(word: str) -> bool:
    return word.capitalize() in DAYS or word.capitalize() in {day[:3] for day in DAYS}


def _says_where(clause: Clause) -> bool:
    """Whether a clause names the sheet itself: "to the menu"."""
    return bool(
        {"menu", "list", "timeline", "schedule", "agenda", "checklist"} & {t.folded for t in clause.tokens}
    )


def names_rows(clause: Clause) -> bool:
    """Whether a clause is not about other texts: "add the title 'History'"."""
    return not any(token.folded in words("texts") for token in clause.tokens if token.kind != "quote")


def as_written(source: str, token: Token) -> str:
    before = source[max(0, token.start - 1) : token.start]
    after = source[token.end : token.end + 2].strip()[:1]
    return (before if before in ("$", "€", "£", "¥") else "") + token.text + (after if after in ("€", "%") else "")
