"""Charts, sheets and steps as rows of a label and a number, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.planner.graphic.art import colour_of, emblem_of
from aquatint.engines.composer.planner.infographic import STEP_LIMIT, emblem
from aquatint.engines.composer.scene import Chart, Entry, Link, Scene, Sheet, Step

MOST = {"chart": 60, "sheet": 80, "steps": STEP_LIMIT}
"""Rows that each of them holds at most."""
NEW = -1
"""The origin of a row that was not there before."""


class Row(NamedTuple):
    """One bar, dish, event, line of a list or step."""

    label: str
    mark: str = ""
    """What stands beside it, as it is written: a price, a year. Charts have numbers instead."""
    values: tuple[float | None, ...] = ()
    """Its number in each series of a chart."""
    colour: str = ""
    origin: int = NEW
    """Where it stood before the edit."""
    role: str = ""
    """What a new one is: "section" names those below it."""


def source_of(scene: Scene) -> str:
    """What of a scene has rows: "chart", "sheet" or "steps"; "" for nothing."""
    if scene.chart is not None and scene.chart.labels and scene.chart.series:
        return "chart"
    if scene.sheet is not None and scene.sheet.entries:
        return "sheet"
    return "steps" if scene.steps else ""


def rows_of(scene: Scene) -> list[Row]:
    """The rows of what a scene tells, in order."""
    source = source_of(scene)
    if source == "chart":
        assert scene.chart is not None
        return _of_chart(scene.chart)
    if source == "sheet":
        assert scene.sheet is not None
        return [Row(one.label, one.mark, origin=at) for at, one in enumerate(scene.sheet.entries)]
    return [Row(step.label, origin=at) for at, step in enumerate(scene.steps)]


def _of_chart(chart: Chart) -> list[Row]:
    def values(at: int) -> tuple[float | None, ...]:
        return tuple(series.values[at] if at < len(series.values) else None for series in chart.series)

    colours = [*chart.colours, *[""] * len(chart.labels)]
    return [Row(label, "", values(at), colours[at], at) for at, label in enumerate(chart.labels)]


def with_rows(scene: Scene, rows: Sequence[Row]) -> Scene:
    """The scene that tells these rows; what hangs on rows that went goes with them."""
    source = source_of(scene)
    rows = rows[: MOST[source]]
    if source == "chart":
        assert scene.chart is not None
        return replaced(scene, chart=_chart(scene.chart, rows))  # type: ignore[no-any-return]
    if source == "sheet":
        assert scene.sheet is not None
        return replaced(scene, sheet=_sheet(scene.sheet, rows))  # type: ignore[no-any-return]
    return replaced(scene, steps=[_step(scene.steps, row) for row in rows])  # type: ignore[no-any-return]


def _chart(chart: Chart, rows: Sequence[Row]) -> Chart:
    art = [*chart.art, *[""] * len(chart.labels)]
    known = [row.origin != NEW and row.label == chart.labels[row.origin] for row in rows]
    return replaced(  # type: ignore[no-any-return]
        chart,
        labels=[row.label for row in rows],
        series=[
            replaced(series, values=[row.values[at] if at < len(row.values) else None for row in rows])
            for at, series in enumerate(chart.series)
        ],
        decimals=max(chart.decimals, *(_decimals(value) for row in rows for value in row.values)),
        colours=[
            row.colour or ("" if same else colour_of(row.label)) for row, same in zip(rows, known, strict=True)
        ],
        art=[art[row.origin] if same else emblem_of(row.label) for row, same in zip(rows, known, strict=True)],
    )


def _decimals(value: float | None) -> int:
    """Decimals that a number needs to be written."""
    return next((places for places in range(6) if value is None or round(value, places) == value), 6)


def _step(steps: Sequence[Step], row: Row) -> Step:
    if row.origin == NEW:
        return Step(label=row.label, art=emblem(row.label))
    old = steps[row.origin]
    if old.label == row.label:
        return old
    return replaced(old, label=row.label, detail="", art=emblem(row.label) or old.art)  # type: ignore[no-any-return]


def _sheet(sheet: Sheet, rows: Sequence[Row]) -> Sheet:
    """The sheet with other entries. Who belonged to an entry that went, goes too; arrows go past it."""
    pictured = any(entry.art for entry in sheet.entries)
    gone = _gone(sheet, rows)
    rows = [row for row in rows if row.origin not in gone]
    now = {row.origin: at for at, row in enumerate(rows) if row.origin != NEW}
    entries: list[Entry] = []
    for row in rows:
        if row.role == "section":
            entries.append(Entry(label=row.label, role="section"))
            continue
        if row.origin == NEW:
            parent = entries[-1].parent if entries else -1
            entries.append(
                Entry(label=row.label, mark=row.mark, art=emblem_of(row.label) if pictured else "", parent=parent)
            )
            continue
        old = sheet.entries[row.origin]
        art = old.art if old.label == row.label else emblem_of(row.label) if pictured else ""
        parent = now.get(old.parent, -1)
        # What belongs to another entry stands after it, whatever the order.
        parent = parent if parent < len(entries) else -1
        entries.append(replaced(old, label=row.label, mark=row.mark, art=art, parent=parent))
    entries = _under_new_heads(entries, rows)
    return replaced(sheet, entries=entries, links=_links(sheet.links, rows, now))  # type: ignore[no-any-return]


def _under_new_heads(entries: Sequence[Entry], rows: Sequence[Row]) -> list[Entry]:
    """The entries with those after a new section's head in it, up to the next head."""
    found: list[Entry] = []
    head = -1
    for at, (entry, row) in enumerate(zip(entries, rows, strict=True)):
        if entry.role == "section":
            head = at if row.role == "section" else -1
        found.append(replaced(entry, parent=head) if head >= 0 and entry.role != "section" else entry)
    return found


def _gone(sheet: Sheet, rows: Sequence[Row]) -> set[int]:
    kept = {row.origin for row in rows}
    gone = {at for at in range(len(sheet.entries)) if at not in kept}
    for at, entry in enumerate(sheet.entries):
        if entry.parent in gone:
            gone.add(at)
    return gone


def _links(links: Sequence[Link], rows: Sequence[Row], now: dict[int, int]) -> list[Link]:
    kept = list(links)
    for gone in {place for link in links for place in (link.start, link.end) if place not in now}:
        into = [link for link in kept if link.end == gone]
        out = [link for link in kept if link.start == gone]
        past = [Link(start=a.start, end=b.end, label=a.label) for a in into for b in out if a.start != b.end]
        kept = [link for link in kept if gone not in (link.start, link.end)] + past
    found = [replaced(link, start=now[link.start], end=now[link.end]) for link in kept]
    if links:
        for at, row in enumerate(rows):
            if row.origin == NEW and at:
                found = _linked(found, at)
    return found[:120]


def _linked(links: list[Link], at: int) -> list[Link]:
    """A new entry takes its place in the flow between the one before it and the one after that."""
    moved = [replaced(link, start=at) if link.start == at - 1 else link for link in links]
    return [*moved, Link(start=at - 1, end=at)]
