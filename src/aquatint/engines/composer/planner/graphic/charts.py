"""Reading charts: the form that is asked for, and the numbers with their labels. No numbers, no data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.engines.composer.lexicon.casing import sentence_case
from aquatint.engines.composer.planner.graphic.art import colour_of, emblem_of
from aquatint.engines.composer.planner.graphic.content import Brief, Content
from aquatint.engines.composer.planner.graphic.numbers import DAYS, MONTHS, common_manner, numbers_in, span_labels
from aquatint.engines.composer.planner.graphic.pairs import SEPARATOR, Pair, clean, read_pairs
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.planner.graphic.rows import bare_rows, paired_rows
from aquatint.engines.composer.scene import Chart, ChartForm, Series

_FORMS: tuple[tuple[ChartForm, re.Pattern[str]], ...] = tuple(
    (form, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))  # type: ignore[misc]
    for form, words in (
        ("donut", "donut|doughnut|ring chart"),
        ("pie", "pie"),
        ("scatter", "scatter|scatterplot|dot plot"),
        ("area", "area (?:chart|graph)"),
        ("line", "line (?:chart|graph|plot)|line|trend|curve"),
        ("pictogram", "pictogram|pictograph|isotype|icon chart|picture graph"),
        ("gauge", "gauge|progress|meter|speedometer"),
        ("bar", "bar|bars|column chart|histogram|columns"),
    )
)
_STACKED = re.compile(r"\bstacked\b", re.IGNORECASE)
_SIDEWAYS = re.compile(r"\b(?:horizontal|sideways)\b", re.IGNORECASE)
_UPRIGHT = re.compile(r"\b(?:vertical|upright|column)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*[;\n]\s*|(?<=[\d%)kKmM])\.\s+")
_SERIES = re.compile(
    r"^\s*(?P<name>[^:=()]{1,40}?)\s*(?:[:=]|\((?=[^)]*,)|(?<=\w)\s+(?=[-−$€£]?\d))\s*(?P<rest>.*)$", re.DOTALL
)
_REPEATED = re.compile(r"(?<=[\d%kKmM)])\s*[,.]?\s+(?:and\s+)?(?=(?:[A-Za-z][\w ]{0,24}|\d{4}):\s*[-−$€£]?\d)")
_POINT = re.compile(r"\(\s*([-−]?\d+(?:\.\d+)?)\s*[,;]\s*([-−]?\d+(?:\.\d+)?)\s*\)")
_AXES = re.compile(
    r"\b(?P<across>[A-Za-z][\w ]{1,30}?)\s+(?:vs\.?|versus|against|by|over)\s+"
    r"(?P<up>[A-Za-z][\w ]{1,30}?)(?=[:(,.]|$)"
)
_OF = re.compile(r"(?P<part>\d[\d,.]*)\s*(?:/|out of|of)\s*(?P<whole>\d[\d,.]*)")
_CONNECTOR = re.compile(r"\b(?:showing|comparing|with|of|for|by|in|where|between|from|:)\s", re.IGNORECASE)
MOST_LABELS, MOST_SERIES = 60, 8


_RUNNING = re.compile(r"\b(?:waterfall|bridge)\b", re.IGNORECASE)


def form_of(brief: Brief) -> ChartForm | None:
    """The form that the kind's word names, else one named elsewhere before the data."""
    for text in (brief.word, brief.prompt[: brief.end + 60]):
        for form, pattern in _FORMS:
            if pattern.search(text):
                return form
    return None


def read_chart(brief: Brief) -> Content:
    """The chart of a prompt; an empty one of the form that was asked for when it gives no numbers."""
    form = form_of(brief)
    region = data_region(brief)
    if form == "scatter":
        return _scatter(brief, region)
    if form == "gauge" and (found := _OF.search(brief.rest.text)) is not None:
        return _part_of_whole(brief, found)
    content = _rows_chart(brief, region) or _series_chart(brief, region) or _single_chart(brief, region)
    if content is None or content.chart is None:
        return Content("chart", Chart(form=form or "bar"), empty=True)
    chart = content.chart
    chart.form = form or _fitting_form(chart)
    if len(chart.series) > 1 and chart.form in ("pie", "donut", "pictogram", "gauge"):
        chart.form = "bar"
    chart.running = chart.form == "bar" and len(chart.series) == 1 and _RUNNING.search(brief.word) is not None
    stackable = chart.form in ("bar", "area") and len(chart.series) > 1
    chart.stacked = stackable and bool(_STACKED.search(brief.prompt))
    if chart.form in ("line", "area") or chart.stacked:
        _turn_to_time(chart)
    if _SIDEWAYS.search(brief.prompt) or (chart.form == "gauge" and re.search(r"\bbars?\b", brief.prompt)):
        chart.sideways = True
    elif _UPRIGHT.search(brief.prompt):
        chart.sideways = False
    return content


def _fitting_form(chart: Chart) -> ChartForm:
    """Years, months or days in a row make a line; everything else bars."""
    in_time = len(chart.labels) >= 4 and all(re.fullmatch(r"\d{4}", label) for label in chart.labels)
    return "line" if in_time else "bar"


_TIME = re.compile(rf"\d{{4}}|Q[1-4]|(?:{'|'.join(name[:3] for name in (*MONTHS, *DAYS))})[a-z]*", re.IGNORECASE)


def _turn_to_time(chart: Chart) -> None:
    """Lines and stacks run along time: "2020: web 100, app 40; 2021: ..." has the years as its labels."""
    names = [series.name for series in chart.series]
    if len(names) < 2 or not all(_TIME.fullmatch(name) for name in names):
        return
    if any(_TIME.fullmatch(label) for label in chart.labels) or not any(chart.labels):
        return
    columns = [
        [s.values[i] if i < len(s.values) else None for s in chart.series] for i in range(len(chart.labels))
    ]
    rows = zip(chart.labels, columns, strict=True)
    chart.series = [Series(name=label, values=values) for label, values in rows][:MOST_SERIES]
    chart.labels = names


def data_region(brief: Brief) -> Piece:
    """Where the data stand: after the colon that opens them, else all that follows the kind's word."""
    rest = brief.rest
    colon = re.search(r":(?!\d\d\b)", rest.text)
    if colon is None:
        quoted = re.match(r"\s*[\"“«][^\"”»]*[\"”»]\s*[,.]?\s*(?=\S)", rest.text)
        return rest.cut(quoted.end()) if quoted is not None else rest
    after = rest.text[colon.end() :]
    if re.search(r";\s*[^,;:]{1,40}:\s*\S", after) and not re.match(r"\s*[^,;:]{1,40}:\s", after):
        # "Comparing 2022: Jan 10, Feb 14; 2023: Jan 12": the first name stands before the first colon.
        name = re.search(r"(?:\d{4}|(?:[A-Z][\w-]*\s?){1,4}|\w+)\s*$", rest.text[: colon.start()])
        if name is not None and name.start():
            return rest.cut(name.start())
    own = re.match(r"\s*[-−$€£(]?\s?\d", after) and re.search(r"[,;.\n]\s*[^,;:]{1,40}:\s*[-−$€£]?\d", after)
    if own:
        stop = max(rest.text.rfind(mark, 0, colon.start()) for mark in (",", ";", "\n"))
        return rest.cut(max(0, stop + 1))
    return rest.cut(colon.end()) if numbers_in(after) else rest


def _rows_chart(brief: Brief, region: Piece) -> Content | None:
    """Rows of several numbers, whose labels or names stand once for all."""
    if (rows := paired_rows(Piece(brief.prompt[: region.start], 0), region)) is not None:
        content = _grouped(brief, region, rows)
        content.claims += [name for name, _ in rows]
        return content
    if (found := bare_rows(region)) is None:
        return None
    content = _grouped(brief, region, found[0])
    if content.chart is not None and found[1]:
        content.chart.labels = [sentence_case(label.text)[:400] for label in found[1]]
        content.claims += found[1]
    return content


def _series_chart(brief: Brief, region: Piece) -> Content | None:
    """Several series: "2022: Q1 10, Q2 20; 2023: Q1 12, Q2 18", or bare numbers with their labels in the head."""
    parts = region.split(_PARTS)
    if len(parts) < 2:
        parts = region.split(_REPEATED)
    if len(parts) < 2:
        parts = [part for part in region.split(re.compile(r"(?<=\))\s*(?:,|and)\s*")) if "(" in part.text]
    rows: list[tuple[Piece, list[Pair]]] = []
    for part in parts[:MOST_SERIES]:
        found = _SERIES.match(part.text)
        if found is None:
            return None
        name = clean(part.cut(found.start("name"), found.end("name")))
        pairs = read_pairs(part.cut(found.start("rest")).strip(" \t\r\n,;.:()"))
        if len(pairs) < 2:
            return None
        rows.append((name, pairs))
    return _grouped(brief, region, rows) if len(rows) > 1 else None


def _grouped(brief: Brief, region: Piece, rows: Sequence[tuple[Piece, list[Pair]]]) -> Content:
    numbers = [pair.number for _, pairs in rows for pair in pairs]
    manner = common_manner(numbers)
    factors = iter(manner.factors)
    labels = list(dict.fromkeys(sentence_case(p.label.text) for _, pairs in rows for p in pairs if p.label.text))
    content = Content("chart", start=region.start)
    if not labels:
        labels, claims = _head_labels(brief, region, max(len(pairs) for _, pairs in rows))
        content.claims += claims
    bare = all(not pair.label.text for _, pairs in rows for pair in pairs)
    series = []
    for name, pairs in rows:
        values: list[float | None] = [None] * len(labels)
        for index, pair in enumerate(pairs):
            at = index if bare else labels.index(sentence_case(pair.label.text)) if pair.label.text else -1
            value = pair.number.value * next(factors)
            if 0 <= at < len(values):
                values[at] = value
        series.append(Series(name=sentence_case(name.text)[:400], values=values[:MOST_LABELS]))
        content.claims += [name, *_claims(pairs)]
    content.chart = Chart(
        labels=[label[:400] for label in labels[:MOST_LABELS]],
        series=series,
        prefix=manner.prefix,
        suffix=manner.suffix,
        decimals=manner.decimals,
    )
    return content


def _head_labels(brief: Brief, region: Piece, count: int) -> tuple[list[str], list[Piece]]:
    """Labels of bare numbers: a range in the text before them, or a list there of just as many."""
    head = Piece(brief.prompt[: region.start], 0)
    spanned = span_labels(head.text, count)
    if spanned is not None:
        return spanned[0], [head.cut(*spanned[1])]
    for found in re.finditer(r"\b(?:in|for|across|by|over|of)\s+([^:]+?)\s*:?\s*$", head.text):
        parts = head.cut(found.start(1), found.end(1)).split(SEPARATOR)
        if len(parts) == count:
            return [sentence_case(part.text) for part in parts], parts
    return [""] * count, []


def _claims(pairs: Sequence[Pair]) -> list[Piece]:
    """The pieces of the prompt that pairs come from."""
    return [piece for pair in pairs for piece in (pair.label, pair.figure) if piece.text]


def _single_chart(brief: Brief, region: Piece) -> Content | None:
    pairs = read_pairs(region)[:MOST_LABELS]
    if not pairs:
        return None
    pairs = _trim_first(pairs, opened=region.start > brief.end)
    content = Content("chart", start=_first(pairs, region))
    labels = [sentence_case(pair.label.text)[:400] for pair in pairs]
    if len(pairs) > 1 and not any(labels):
        labels, content.claims = _head_labels(brief, region, len(pairs))
        content.start = region.start
    elif len(pairs) == 1 and form_of(brief) != "gauge" and not labels[0]:
        return None
    manner = common_manner([pair.number for pair in pairs])
    values: list[float | None] = [
        pair.number.value * factor for pair, factor in zip(pairs, manner.factors, strict=True)
    ]
    content.chart = Chart(
        labels=labels,
        series=[Series(values=values)],
        prefix=manner.prefix,
        suffix=manner.suffix,
        decimals=manner.decimals,
        colours=[colour_of(pair.label.text) for pair in pairs],
        art=[emblem_of(pair.label.text) for pair in pairs],
    )
    content.claims += _claims(pairs)
    return content


def _trim_first(pairs: list[Pair], *, opened: bool) -> list[Pair]:
    """Without a colon, the words before the first label are no part of it: "sales by quarter Q1 $12k Q2 $15k"."""
    first = pairs[0]
    words = first.label.text.split()
    if opened or not words:
        return pairs
    label = first.label
    connectors = list(_CONNECTOR.finditer(label.text))
    if connectors:
        label = label.cut(connectors[-1].end())
    longest = max((len(pair.label.text.split()) for pair in pairs[1:]), default=4)
    while len(label.text.split()) > max(1, longest):
        label = clean(label.cut(len(label.text.split(None, 1)[0])))
    return [first._replace(label=clean(label)), *pairs[1:]]


def _first(pairs: Sequence[Pair], region: Piece) -> int:
    """Where the first pair begins in the prompt."""
    label = pairs[0].label
    return label.start if label.text else region.start


_SHARE = re.compile(r"(?P<share>\d+(?:\.\d+)?\s?(?:%|percent))\s+(?P<what>of\s+[^.,;:\n]{3,90})")


def read_share(brief: Brief) -> Content | None:
    """One share that an infographic states: "70% of the earth is covered by water"."""
    found = list(_SHARE.finditer(brief.rest.text))
    if len(found) != 1:
        return None
    number = numbers_in(found[0]["share"])[0]
    chart = Chart(
        form="gauge",
        labels=[found[0]["what"].strip()],
        series=[Series(values=[number.value])],
        suffix="%",
        decimals=number.decimals,
    )
    piece = brief.rest.cut(*found[0].span()).strip()
    return Content("chart", chart, claims=[piece], start=piece.start)


def _part_of_whole(brief: Brief, found: re.Match[str]) -> Content:
    """ "3 of 5", "75/100"."""
    part, whole = (float(found[name].replace(",", "").rstrip(".")) for name in ("part", "whole"))
    chart = Chart(form="gauge", labels=[""], series=[Series(values=[part])], whole=whole)
    start = brief.end + found.start()
    return Content("chart", chart, claims=[Piece(found[0], start)], start=start)


def _scatter(brief: Brief, region: Piece) -> Content:
    points = [
        (float(found[1].replace("−", "-")), float(found[2].replace("−", "-")))
        for found in _POINT.finditer(brief.rest.text)
    ][:200]
    first = _POINT.search(brief.rest.text)
    axes = _AXES.search(re.sub(r"^\s*(?:of|showing|for|about)\s+", "", brief.rest.text))
    names = [sentence_case(axes["across"].strip()), sentence_case(axes["up"].strip())] if axes else []
    start = brief.end + first.start() if first else -1
    claims = [Piece(found[0], brief.end + found.start()) for found in _POINT.finditer(brief.rest.text)]
    return Content("chart", Chart(form="scatter", points=points, axes=names), claims=claims, start=start,
                   empty=not points)  # fmt: skip
