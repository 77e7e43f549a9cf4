"""Plans in time, forecasts, waterfalls, and words for what is to be written on cards."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.graphics.charts.frame import spans_of
from aquatint.engines.composer.planner.author import Authored, author


def _made(prompt: str) -> Authored:
    return author(prompt, seed=1)


def test_a_gantt_chart_has_the_spans_of_the_prompt() -> None:
    scene = _made("Gantt chart: design Jan-Mar, build Feb-May, test Jun").scene
    assert scene.kind == "gantt"
    assert scene.sheet is not None
    assert scene.sheet.rows == [["Jan", "Feb", "Mar", "Apr", "May", "Jun"]]
    spans = [(entry.label, entry.mark, entry.at) for entry in scene.sheet.entries]
    assert spans == [
        ("Design", "Jan-Mar", (0.0, 0.5)),
        ("Build", "Feb-May", (1 / 6, 5 / 6)),
        ("Test", "Jun", (5 / 6, 1.0)),
    ]


def test_weeks_count_too() -> None:
    scene = _made("gantt chart with research week 1-2, build week 2-4").scene
    assert scene.sheet is not None
    assert scene.sheet.rows == [["W1", "W2", "W3", "W4"]]


def test_a_forecast_shows_the_weather_of_each_day() -> None:
    made = _made("weather forecast: Mon sunny 22°, Tue rain 15°, Wed cloudy 17°")
    assert made.scene.sheet is not None
    shown = [(entry.label, entry.detail, entry.art) for entry in made.scene.sheet.entries]
    assert shown[:2] == [("Mon", "Sunny 22°", "noto:sun"), ("Tue", "Rain 15°", "noto:cloud-with-rain")]
    assert made.reading.undrawn == []


def test_a_waterfall_runs_from_bar_to_bar() -> None:
    chart = _made("waterfall chart: revenue 100, costs -40, tax -15, profit 45").scene.chart
    assert chart is not None
    assert chart.running
    assert spans_of(chart.series[0].values) == [(0.0, 100.0), (100.0, 60.0), (60.0, 45.0), (0.0, 45.0)]


@pytest.mark.parametrize(
    ("prompt", "lost"),
    [
        ("flyer for a yoga class with a phone number", ["phone number"]),
        ("business card for Anna Weber, with phone number and website", ["phone number", "website"]),
        ('poster "Lost Dog" with a beagle and phone number 555-0142', []),
    ],
)
def test_contacts_are_words_and_never_invented(prompt: str, lost: list[str]) -> None:
    made = _made(prompt)
    assert made.reading.undrawn == lost
    assert all(item.noun != "telephone" for item in made.scene.items)
