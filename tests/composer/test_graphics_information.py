"""Charts, diagrams and documents: exact, legible, inside the margins, nothing overlaps; true to numbers."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from graphics_help import WORDS, Drawn, paint

from aquatint.engines.composer import graphics
from aquatint.engines.composer.drawing.colour import Colour, contrast
from aquatint.engines.composer.graphics.charts.numbers import axis_for, tick_written, written
from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.graphics.information.theme import make_theme
from aquatint.engines.composer.graphics.palette import Palette
from aquatint.engines.composer.scene import Chart, Entry, Link, Scene, Series, Sheet, Text
from aquatint.sizes import Size

SHAPES = [Size(432, 432), Size(720, 240), Size(240, 720)]
LOADS = ("few", "many", "wordy")


def _phrases(count: int, load: str) -> list[str]:
    """Labels: a word each, or about sixty words over all of them."""
    if load != "wordy":
        return [WORDS[index].capitalize() + str(index) for index in range(count)]
    share = max(1, 60 // count)
    return [" ".join(WORDS[(index * share + k) % len(WORDS)] for k in range(share)) for index in range(count)]


def _entries(load: str, **first: str) -> list[Entry]:
    count = {"few": 3, "many": 9, "wordy": 5}[load]
    return [
        Entry(label=label, mark=f"19{50 + index}", art="noto:red-apple" if index == 1 else "")
        for index, label in enumerate(_phrases(count, load))
    ]


def _sections(load: str) -> list[Entry]:
    sides, points = (2, 2) if load == "few" else (3, 4) if load == "many" else (2, 3)
    labels = iter(_phrases(sides * (points + 1), load))
    entries: list[Entry] = []
    for side in range(sides):
        head = len(entries)
        entries.append(Entry(label=f"Side {side}", role="section", art="animal:cat" if side == 0 else ""))
        entries += [Entry(label=next(labels), parent=head, mark="$4") for _ in range(points)]
    return entries


def _tree(load: str) -> list[Entry]:
    entries = _entries(load)
    for index, entry in enumerate(entries):
        entry.parent = (index - 1) // 2 if index else -1
        entry.mark = ""
    return entries


def _flow(load: str) -> Sheet:
    entries = _entries(load)
    for entry in entries:
        entry.mark = ""
    entries[1].role = "question"
    links = [Link(start=i, end=i + 1, label="Yes" if i == 1 else "") for i in range(len(entries) - 1)]
    if len(entries) > 3:
        links.append(Link(start=1, end=3, label="No"))
    return Sheet(entries=entries, links=links)


def _sheet(kind: str, load: str) -> Sheet:
    if kind == "flowchart":
        return _flow(load)
    if kind in ("comparison", "venn", "menu", "receipt", "recipe", "checklist", "resume"):
        sections = _sections(load)
        if kind in ("comparison", "venn"):
            for entry in sections:
                entry.mark = ""
        return Sheet(entries=sections)
    if kind == "tree":
        return Sheet(entries=_tree(load))
    if kind == "table":
        cells = _phrases(12, load)
        return Sheet(rows=[cells[0:3], cells[3:6], cells[6:9], cells[9:12]])
    if kind == "calendar":
        return Sheet(year=2024, month=2, entries=[Entry(label="Dentist", mark="14")])
    entries = _entries(load)
    if kind in ("mind map", "slide", "cycle", "certificate"):
        for entry in entries:
            entry.mark = ""
    return Sheet(entries=entries[:2] if kind == "certificate" else entries)


INFORMATION = (
    "timeline", "flowchart", "cycle", "pyramid", "funnel", "venn", "tree", "mind map", "comparison", "checklist",
    "recipe", "slide", "agenda", "fact sheet", "menu", "table", "calendar", "certificate", "ticket",
    "business card", "badge", "receipt", "quote", "resume",
)  # fmt: skip


def made(kind: str, load: str, seed: int = 1, title: str = "Hello there", prompt: str = "") -> Scene:
    texts = [Text(role="title", content=title)] if title else []
    return Scene(prompt=prompt or kind, seed=seed, kind=kind, texts=texts, sheet=_sheet(kind, load))


def _chart(form: str, load: str) -> Chart:
    count = {"few": 3, "many": 12, "wordy": 4}[load]
    labels = _phrases(count, load)
    values: list[float | None] = [float(3 + 7 * index % 29) for index in range(count)]
    if form == "scatter":
        return Chart(form="scatter", points=[(1, 2), (3, 5), (8, 4)], axes=["Across", "Up"])
    grouped = form in ("bar", "line") and load == "many"
    series = [Series(name="One", values=values)] + ([Series(name="Two", values=values[::-1])] if grouped else [])
    return Chart(form=form, labels=labels, series=series, suffix="%")  # type: ignore[arg-type]


FORMS = ("bar", "line", "area", "pie", "donut", "scatter", "pictogram", "gauge")


def _check(lines: list[Drawn], size: Size) -> None:
    """Every line inside the margins, legible, and clear of all other lines."""
    margin = 0.045 * min(size.width, size.height) - 1
    for line in lines:
        x, y, width, height = line.box
        assert min(x, y, size.width - x - width, size.height - y - height) >= margin, line.text
        if line.contrasts().size:
            assert np.percentile(line.contrasts(), 4) >= 4.5, line.text
    for first, second in itertools.combinations(lines, 2):
        across = min(first.box.x + first.box.width, second.box.x + second.box.width) - max(
            first.box.x, second.box.x
        )
        down = min(first.box.y + first.box.height, second.box.y + second.box.height) - max(
            first.box.y, second.box.y
        )
        assert across < 0.7 or down < 0.7, (first.text, second.text)


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("load", LOADS)
@pytest.mark.parametrize("kind", INFORMATION)
def test_sheets_set_every_word_inside_the_margins_legibly_and_apart(kind: str, load: str, size: Size) -> None:
    for seed in (1, 2, 3):
        scene = made(kind, load, seed)
        _, _, watch = paint(scene, size)
        _check(watch.lines, size)
        assert scene.sheet is not None
        said = [line.text for line in watch.lines]
        wanted = [entry.label for entry in scene.sheet.entries if kind != "certificate"]
        if kind in ("quote",):
            wanted = []
        wanted += [cell for row in scene.sheet.rows for cell in row] + ["Hello there"]
        lost = [word for words in wanted for word in words.split() if not any(word in line for line in said)]
        assert lost == [], seed


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("load", LOADS)
@pytest.mark.parametrize("form", FORMS)
def test_charts_set_labels_inside_the_margins_legibly_and_apart(form: str, load: str, size: Size) -> None:
    for seed in (1, 2, 3):
        chart = _chart(form, load)
        title = [Text(role="title", content="Title of the chart")]
        scene = Scene(prompt="chart", seed=seed, kind="chart", texts=title, chart=chart)
        _, _, watch = paint(scene, size)
        _check(watch.lines, size)
        said = [line.text for line in watch.lines]
        assert [
            word for label in chart.labels for word in label.split() if not any(word in line for line in said)
        ] == []


@pytest.mark.parametrize("kind", [*INFORMATION, "chart"])
@pytest.mark.parametrize("size", SHAPES, ids=str)
def test_layouts_without_content_and_with_a_long_title_survive(kind: str, size: Size) -> None:
    for title in ("", "Go", " ".join(WORDS)):
        texts = [Text(role="title", content=title)] if title else []
        _, stages, watch = paint(Scene(prompt=kind, seed=2, kind=kind, texts=texts), size)
        _check(watch.lines, size)
        assert stages[-1][0] == 1.0


@pytest.mark.parametrize("kind", INFORMATION)
def test_the_same_seed_gives_the_same_pixels_and_seeds_differ(kind: str) -> None:
    size = Size(320, 320)
    first = paint(made(kind, "few"), size)[0]
    assert np.array_equal(first, paint(made(kind, "few"), size)[0])
    others = {paint(made(kind, "few", seed), size)[0].tobytes() for seed in range(1, 9)}
    assert len(others) >= 3


def test_an_edit_of_one_entry_leaves_the_colours_of_the_page_alone() -> None:
    before = made("timeline", "few")
    after = made("timeline", "few")
    assert after.sheet is not None
    after.sheet.entries[2].label = "Changed2"
    first, second = paint(before, Size(400, 400))[0], paint(after, Size(400, 400))[0]
    assert 0 < (first != second).any(axis=2).mean() < 0.08


@pytest.mark.parametrize("ground", ["paper", "tint", "white", "bright", "deep", "dark"])
@pytest.mark.parametrize("name", sorted(data("palettes")))
def test_themes_keep_their_words_legible_and_their_tones_apart(name: str, ground: str) -> None:
    row = data("palettes")[name]
    roles = ("paper", "ink", "field", "main", "second", "accent", "soft")
    theme = make_theme(Palette(name, *(Colour.of(row[role]) for role in roles)), ground)
    for words in (theme.ink, theme.muted, theme.accent_ink):
        assert min(contrast(words, theme.ground), contrast(words, theme.panel)) >= 4.5
    for field in (theme.band, theme.accent, *theme.tones):
        assert contrast(theme.on(field), field) >= 4.5
    assert len(set(theme.tones)) == 8
    assert all(contrast(tone, theme.ground) >= 1.6 for tone in theme.tones)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([10, 25, 17], [0, 5, 10, 15, 20, 25]),
        ([-3, 0, 18], [-5, 0, 5, 10, 15, 20]),
        ([0.2, 0.5], [0, 0.1, 0.2, 0.3, 0.4, 0.5]),
        ([1200, 450], [0, 200, 400, 600, 800, 1000, 1200]),
        ([-8, -2], [-8, -6, -4, -2, 0]),
        ([0], [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
    ],
)
def test_axes_begin_at_zero_and_step_by_round_numbers(values: list[float], ticks: list[float]) -> None:
    assert axis_for(values).ticks() == pytest.approx(ticks)


@pytest.mark.parametrize(
    ("value", "chart", "text"),
    [
        (12, Chart(prefix="$", suffix="k"), "$12k"),
        (0, Chart(prefix="$", suffix="k"), "$0"),
        (-3, Chart(suffix=" °C"), "−3 °C"),
        (1200, Chart(prefix="$"), "$1,200"),
        (2500000, Chart(), "2,500,000"),
        (2019, Chart(), "2019"),
        (4.5, Chart(decimals=2, prefix="€"), "€4.50"),
        (-0.0, Chart(), "0"),
    ],
)
def test_numbers_are_written_as_asked(value: float, chart: Chart, text: str) -> None:
    assert written(value, chart) == text


def test_ticks_show_as_many_decimals_as_their_step_needs() -> None:
    axis = axis_for([0.2, 0.5])
    assert [tick_written(tick, axis, Chart()) for tick in axis.ticks()] == [
        "0.0",
        "0.1",
        "0.2",
        "0.3",
        "0.4",
        "0.5",
    ]


def _columns(values: list[float]) -> list[int]:
    """Heights in pixels of the bars that a chart of three labels draws, by their columns' colours."""
    chart = Chart(labels=["A", "B", "C"], series=[Series(values=list(values))], sideways=False)
    pixels, _, _ = paint(
        Scene(prompt="chart white red", seed=3, kind="chart", palette=["#c01020"], chart=chart), Size(600, 600)
    )
    flat = pixels[..., :3].astype(int)
    red = (flat[..., 0] > 120) & (flat[..., 1] < 90) & (flat[..., 2] < 90)
    heights = red.sum(axis=0)
    full = [int(h) for h, before in zip(heights[1:], heights, strict=False) if h > 10 and abs(h - before) <= 1]
    return [key for key, group in itertools.groupby(full) if len(list(group)) > 8]


def test_bars_are_as_tall_as_their_numbers() -> None:
    low, high, middle = _columns([10, 40, 20])
    assert high / low == pytest.approx(4, rel=0.03)
    assert middle / low == pytest.approx(2, rel=0.03)


@pytest.mark.parametrize("kind", ["checklist", "menu", "slide", "recipe"])
def test_rows_that_run_from_right_to_left_begin_at_the_right(kind: str) -> None:
    entries = [Entry(label=label) for label in ("حليب", "خبز", "بيض")]
    scene = Scene(prompt=kind, seed=2, kind=kind, sheet=Sheet(entries=entries))
    _, _, watch = paint(scene, Size(400, 400))
    ends = [line.box.x + line.box.width for line in watch.lines if "\u0600" < line.text[0] < "\u0700"]
    assert len(ends) == 3
    assert max(ends) - min(ends) < 12
    assert min(ends) > 280


def test_the_registry_paints_all_information_kinds() -> None:
    assert set(INFORMATION) | {"chart", "infographic"} <= set(graphics.names())
