"""The form of a chart and the look of its numbers: pie, sideways, stacked, units, colours."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.information.marks import with_unit
from aquatint.engines.composer.edits.information.reading import named_rows, said, table, words
from aquatint.engines.composer.edits.information.rows import Row, source_of, with_rows
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import Token

_SINGLE = frozenset({"pie", "donut", "pictogram"})
"""Forms that show one number for each label, none below zero."""
_BARS = frozenset({"bars", "bar", "slices", "slice", "columns", "line", "segments", "wedges"})


def follow_chart(draft: Draft, clause: Clause, rows: Sequence[Row]) -> bool:
    """Follow a clause about the form of a chart, or the unit of numbers; False if it is about something else."""
    if clause.operation not in ("change", "") and clause.verb != "show":
        return False
    if source_of(draft.scene) != "chart":
        return _take_unit(draft, clause, rows)
    return (
        _take_form(draft, clause)
        or _take_direction(draft, clause)
        or _take_stack(draft, clause)
        or _take_shares(draft, clause)
        or _take_unit(draft, clause, rows)
        or _take_colour(draft, clause, rows)
    )


def _note(draft: Draft, clause: Clause, contents: Sequence[Token]) -> None:
    places = {token.start for token in contents}
    for token in clause.tokens:
        if token.start in places:
            draft.ledger.note(token.start, token.text, "drawn")
        elif token.folded in words("fillers") | words("unit-words"):
            draft.ledger.note(token.start, token.text, "silent")


def _take_form(draft: Draft, clause: Clause) -> bool:
    """ "make it a pie chart", where a pie can show what the chart tells."""
    found, chart = said(clause, "forms"), draft.scene.chart
    leads = clause.tokens[: clause.tokens.index(found[1][0])] if found is not None else ()
    turned = any(token.folded in ("a", "an", "as", "into", "to", "with", "it", "this") for token in leads)
    if found is None or chart is None or not (turned or len(found[1]) == len(clause.tokens)):
        return False
    form, tokens = found
    numbers = [value for series in chart.series for value in series.values if value is not None]
    if form in _SINGLE and (len(chart.series) > 1 or min(numbers, default=0) < 0):
        return False
    sideways = said(clause, "directions")
    changes = {"sideways": bool(sideways[0])} if sideways is not None else {}
    stacked = chart.stacked and form in ("bar", "area")
    draft.scene = replaced(draft.scene, chart=replaced(chart, form=form, stacked=stacked, **changes))
    _note(draft, clause, [*tokens, *(sideways[1] if sideways is not None else ())])
    return True


def _take_direction(draft: Draft, clause: Clause) -> bool:
    found, chart = said(clause, "directions"), draft.scene.chart
    if found is None or chart is None or chart.form != "bar":
        return False
    draft.scene = replaced(draft.scene, chart=replaced(chart, sideways=bool(found[0])))
    _note(draft, clause, found[1])
    return True


def _take_stack(draft: Draft, clause: Clause) -> bool:
    chart = draft.scene.chart
    word = next((token for token in clause.tokens if token.folded in ("stacked", "stack", "grouped")), None)
    if word is None or chart is None or chart.form not in ("bar", "area") or len(chart.series) < 2:
        return False
    draft.scene = replaced(draft.scene, chart=replaced(chart, stacked=word.folded != "grouped"))
    _note(draft, clause, [word])
    return True


def _take_shares(draft: Draft, clause: Clause) -> bool:
    """ "show shares of the total": each number as its percentage of all, where there is one series of them."""
    chart = draft.scene.chart
    said_so = any(token.folded in ("shares", "share") for token in clause.tokens)
    if not said_so or chart is None or len(chart.series) != 1:
        return False
    values = chart.series[0].values
    total = sum(value for value in values if value is not None)
    if total <= 0 or any(value is not None and value < 0 for value in values):
        return False
    shares = [None if value is None else round(100 * value / total, 1) for value in values]
    whole = all(value is None or value == round(value) for value in shares)
    series = [replaced(chart.series[0], values=shares)]
    changed = replaced(chart, series=series, prefix="", suffix="%", decimals=0 if whole else 1)
    draft.scene = replaced(draft.scene, chart=changed)
    for token in clause.tokens:
        draft.ledger.note(token.start, token.text, "drawn" if token.folded == "shares" else "silent")
    return True


def _take_unit(draft: Draft, clause: Clause, rows: Sequence[Row]) -> bool:
    """ "change the unit to kg", "in percent", "show the prices in euros"."""
    at = next((at for at, t in enumerate(clause.tokens) if t.folded in words("unit-words")), -1)
    plain = len(clause.tokens) <= 3 and clause.tokens[:1] and clause.tokens[0].folded in ("in", "it")
    rest = clause.tokens[at + 1 :] if at >= 0 else clause.tokens if plain else ()
    word = next((token for token in reversed(rest) if token.folded in table()["units"]), None)
    if word is None or any(token.kind == "number" for token in rest):
        return False
    fore, aft = table()["units"][word.folded]
    scene = draft.scene
    if scene.chart is not None:
        draft.scene = replaced(scene, chart=replaced(scene.chart, prefix=fore, suffix=aft))
    else:
        changed = [row._replace(mark=with_unit(row.mark, (fore, aft))) for row in rows]
        if changed == list(rows):
            return False
        draft.scene = with_rows(scene, changed)
    _note(draft, clause, [word])
    return True


def _take_colour(draft: Draft, clause: Clause, rows: Sequence[Row]) -> bool:
    """ "make the bars green", "make the apples bar red"."""
    # The last word: an orange slice is no fruit.
    colours = [each for each in tag(list(clause.tokens))[-1:] if each.sense("colour") is not None]
    chart = draft.scene.chart
    sense = colours[0].sense("colour") if colours else None
    if sense is None or chart is None or len(chart.series) > 1:
        return False
    code, starts = sense.value, {token.start for token in colours[0].tokens}
    before = tuple(token for token in clause.tokens if token.start not in starts)
    found = named_rows(rows, before)
    every = any(token.folded in _BARS for token in before)
    if not code or not (found or every):
        return False
    meant = {passage.row for passage in found} or set(range(len(rows)))
    changed = [row._replace(colour=code) if at in meant else row for at, row in enumerate(rows)]
    draft.scene = replaced(draft.scene, chart=replaced(chart, colours=[row.colour for row in changed]))
    tokens = [token for token in clause.tokens if token.start in starts]
    _note(draft, clause, [*tokens, *(token for passage in found for token in passage.tokens)])
    return True
