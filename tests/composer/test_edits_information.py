"""Edits of charts, menus, lists, timelines: the row that is meant, and no other."""

from __future__ import annotations

import pytest
from edits_help import instructed

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Reading, Scene
from aquatint.sizes import Size

SIZE = Size(768, 768)
CHART = author("a bar chart of fruit sales: apples 20, pears 15, plums 8", seed=3).scene
MENU = author("a menu for Cafe Luna: coffee 3, tea 2.50, cake 4", seed=3).scene
TIMELINE = author("timeline: 1990 founded, 2005 first shop, 2020 online", seed=3).scene
CHECKLIST = author("checklist: milk, eggs, bread", seed=3).scene
FLOW = author("flowchart: start -> check -> done", seed=3).scene
CARD = author("business card for Ana Silva, designer, ana@silva.pt", seed=3).scene
INFOGRAPHIC = author("infographic with steps: sun, rain, sea", seed=3).scene


def rows(scene: Scene) -> list[tuple[str, object]]:
    if scene.chart is not None:
        return list(zip(scene.chart.labels, scene.chart.series[0].values, strict=True))
    if scene.sheet is not None:
        return [(entry.label, entry.mark) for entry in scene.sheet.entries]
    return [(step.label, "") for step in scene.steps]


def after(scene: Scene, instruction: str) -> tuple[Scene, Reading]:
    changed, reading = instructed(scene, instruction, SIZE)
    return changed, reading


BARS = [("Apples", 20.0), ("Pears", 15.0), ("Plums", 8.0)]


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("change apples to 30", [("Apples", 30.0), BARS[1], BARS[2]]),
        ("apples should be 30", [("Apples", 30.0), BARS[1], BARS[2]]),
        ("set pears to 18 and plums to 10", [BARS[0], ("Pears", 18.0), ("Plums", 10.0)]),
        ("change 20 to 25", [("Apples", 25.0), BARS[1], BARS[2]]),
        ("add a bar 'Kiwi' 12", [*BARS, ("Kiwi", 12.0)]),
        ("add kiwi with 12.5", [*BARS, ("Kiwi", 12.5)]),
        ("remove plums", BARS[:2]),
        ("remove the last bar", BARS[:2]),
        ("rename pears to peaches", [BARS[0], ("Peaches", 15.0), BARS[2]]),
        ("double the plums", [BARS[0], BARS[1], ("Plums", 16.0)]),
        ("reduce the plums by 2", [BARS[0], BARS[1], ("Plums", 6.0)]),
        ("swap apples and pears", [BARS[1], BARS[0], BARS[2]]),
        ("sort the bars from small to large", [BARS[2], BARS[1], BARS[0]]),
        ("put plums first", [BARS[2], BARS[0], BARS[1]]),
    ],
)
def test_bars_change_as_asked(instruction: str, expected: list[tuple[str, object]]) -> None:
    changed, reading = after(CHART, instruction)
    assert rows(changed) == expected
    assert not reading.undrawn
    assert changed.texts == CHART.texts


def test_a_chart_keeps_its_numbers_in_another_form() -> None:
    changed, _ = after(CHART, "make it a pie chart")
    assert changed.chart is not None
    assert changed.chart.form == "pie"
    assert rows(changed) == BARS
    assert after(CHART, "turn it into a line chart")[0].chart.form == "line"  # type: ignore[union-attr]


def test_a_chart_with_losses_makes_no_pie() -> None:
    losses = author("bar chart: north 5, south -3", seed=3).scene
    changed, reading = after(losses, "make it a pie chart")
    assert changed.chart == losses.chart
    assert reading.undrawn


def test_direction_unit_and_colours() -> None:
    assert after(CHART, "make it horizontal")[0].chart.sideways is True  # type: ignore[union-attr]
    assert after(CHART, "change the unit to kg")[0].chart.suffix == " kg"  # type: ignore[union-attr]
    one = after(CHART, "make the apples bar red")[0].chart
    every = after(CHART, "make the bars green")[0].chart
    assert one is not None
    assert every is not None
    assert [bool(code) for code in one.colours] == [True, False, False]
    assert len(set(every.colours)) == 1
    assert every.colours[0]


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("change coffee to 3.50", [("Coffee", "3.50"), ("Tea", "2.50"), ("Cake", "4")]),
        ("tea should cost 2.80", [("Coffee", "3"), ("Tea", "2.80"), ("Cake", "4")]),
        ("add 'Juice' 3.20", [("Coffee", "3"), ("Tea", "2.50"), ("Cake", "4"), ("Juice", "3.20")]),
        ("add a juice for 4", [("Coffee", "3"), ("Tea", "2.50"), ("Cake", "4"), ("Juice", "4")]),
        ("remove the cake", [("Coffee", "3"), ("Tea", "2.50")]),
        ("rename coffee to espresso", [("Espresso", "3"), ("Tea", "2.50"), ("Cake", "4")]),
        ("raise all prices by 1", [("Coffee", "4"), ("Tea", "3.50"), ("Cake", "5")]),
        ("change the currency to euros", [("Coffee", "€3"), ("Tea", "€2.50"), ("Cake", "€4")]),
        ("put the cake first", [("Cake", "4"), ("Coffee", "3"), ("Tea", "2.50")]),
    ],
)
def test_dishes_change_as_asked(instruction: str, expected: list[tuple[str, object]]) -> None:
    changed, reading = after(MENU, instruction)
    assert rows(changed) == expected
    assert not reading.undrawn
    assert changed.items == MENU.items


def test_a_price_is_written_like_the_others() -> None:
    euros, _ = after(MENU, "change the currency to euros")
    assert rows(after(euros, "add 'Juice' 3.20")[0])[-1] == ("Juice", "€3.20")


def test_years_take_their_place() -> None:
    changed, _ = after(TIMELINE, "add 2010 'second shop'")
    assert [mark for _, mark in rows(changed)] == ["1990", "2005", "2010", "2020"]
    assert ("Founded", "1991") in rows(after(TIMELINE, "change 1990 to 1991")[0])
    assert len(rows(after(TIMELINE, "remove 2020")[0])) == 2


def test_lists_gain_and_lose() -> None:
    assert rows(after(CHECKLIST, "add butter to the list")[0])[-1] == ("Butter", "")
    assert [label for label, _ in rows(after(CHECKLIST, "remove eggs")[0])] == ["Milk", "Bread"]
    assert rows(after(INFOGRAPHIC, "change step 2 to 'Clouds'")[0])[1] == ("Clouds", "")


def test_arrows_go_past_a_box_that_went_and_through_a_new_one() -> None:
    less, more = after(FLOW, "remove check")[0].sheet, after(FLOW, "add a step 'Repair' after check")[0].sheet
    assert less is not None
    assert more is not None
    assert [(link.start, link.end) for link in less.links] == [(0, 1)]
    assert sorted((link.start, link.end) for link in more.links) == [(0, 1), (1, 2), (2, 3)]
    assert [entry.label for entry in more.entries] == ["Start", "Check", "Repair", "Done"]


def test_lines_of_a_card_change() -> None:
    assert ("Architect", "") in rows(after(CARD, "change designer to architect")[0])
    changed, _ = after(CARD, "change the email to a@b.com")
    assert ("a@b.com", "") in rows(changed)
    assert len(rows(changed)) == len(rows(CARD))


@pytest.mark.parametrize("scene", [CHART, MENU, TIMELINE, FLOW])
def test_what_is_not_there_is_refused(scene: Scene) -> None:
    changed, reading = after(scene, "change zebras to 9")
    assert rows(changed) == rows(scene)
    assert reading.undrawn


def test_what_tells_something_becomes_no_poster() -> None:
    changed, reading = after(CHART, "make it a poster")
    assert changed.kind == "chart"
    assert reading.undrawn == ["poster"]
