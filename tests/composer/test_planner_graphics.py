"""What graphic layouts are told: the numbers, labels, dates, boxes, dishes and rows of the prompt."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import Authored, author, choose_aspect
from aquatint.engines.composer.planner.graphic.lists import items_of
from aquatint.engines.composer.planner.graphic.numbers import common_manner, numbers_in, span_labels
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.scene import Chart, Scene, Sheet


def made(prompt: str) -> Authored:
    return author(prompt, seed=1)


def chart(prompt: str) -> Chart:
    found = made(prompt).scene.chart
    assert found is not None
    return found


def sheet(prompt: str) -> Sheet:
    found = made(prompt).scene.sheet
    assert found is not None
    return found


def title(prompt: str) -> str:
    return next((text.content for text in made(prompt).scene.texts if text.role == "title"), "")


@pytest.mark.parametrize(
    ("prompt", "form", "labels", "values"),
    [
        ("bar chart: apples 10, pears 25, plums 17", "bar", ["Apples", "Pears", "Plums"], [10, 25, 17]),
        ("pie chart of energy: 40% solar, 35% wind, 25% hydro", "pie", ["Solar", "Wind", "Hydro"], [40, 35, 25]),
        ("line chart of sales 2019-2021: 3, 5, 8", "line", ["2019", "2020", "2021"], [3, 5, 8]),
        ("bar chart of sales by quarter Q1 $12k Q2 $15k", "bar", ["Q1", "Q2"], [12, 15]),
        ("infographic comparing cats (60%) and dogs (40%)", "bar", ["Cats", "Dogs"], [60, 40]),
        ("area chart of temperature in January -3, February 0", "area", ["January", "February"], [-3, 0]),
        ("chart of rent: 2019 500, 2020 550, 2021 600, 2022 610", "line", ["2019", "2020", "2021", "2022"],
         [500, 550, 600, 610]),
        ("histogram of scores: 0-10 2, 10-20 5", "bar", ["0-10", "10-20"], [2, 5]),
        ("donut chart showing budget: rent $1,200, food $450", "donut", ["Rent", "Food"], [1200, 450]),
        ("bar chart, people: Delhi 32 million, Rome 900k", "bar", ["Delhi", "Rome"], [32e6, 9e5]),
        ("pictogram chart: 10 apples and 3 bananas", "pictogram", ["Apples", "Bananas"], [10, 3]),
        ("bar chart: salt and pepper 3, sugar 5", "bar", ["Salt and pepper", "Sugar"], [3, 5]),
        ("gauge showing 85% customer satisfaction", "gauge", ["Customer satisfaction"], [85]),
        ("infographic: 70% of the earth is covered by water", "gauge", ["of the earth is covered by water"], [70]),
    ],
)  # fmt: skip
def test_charts_hold_the_numbers_of_the_prompt(
    prompt: str, form: str, labels: list[str], values: list[float]
) -> None:
    found = chart(prompt)
    assert (found.form, found.labels, [series.values for series in found.series]) == (form, labels, [values])
    assert made(prompt).reading.undrawn == []


@pytest.mark.parametrize(
    ("prompt", "labels", "series"),
    [
        ("grouped bar chart: 2022: Q1 10, Q2 20; 2023: Q1 12, Q2 24", ["Q1", "Q2"],
         {"2022": [10, 20], "2023": [12, 24]}),
        ("stacked bar chart of visitors, Jan to Mar: Men: 10, 20, 30; Women: 12, 18, 25", ["Jan", "Feb", "Mar"],
         {"Men": [10, 20, 30], "Women": [12, 18, 25]}),
        ("bar chart: 2022: Q1 10, Q2 20; 2023: Q2 24, Q3 5", ["Q1", "Q2", "Q3"],
         {"2022": [10, 20, None], "2023": [None, 24, 5]}),
        ("area chart: 2020: web 100, app 40; 2021: web 120, app 80", ["2020", "2021"],
         {"Web": [100, 120], "App": [40, 80]}),
    ],
)  # fmt: skip
def test_several_series(prompt: str, labels: list[str], series: dict[str, list[float | None]]) -> None:
    found = chart(prompt)
    assert found.labels == labels
    assert {each.name: each.values for each in found.series} == series
    assert found.stacked == ("stacked" in prompt)


@pytest.mark.parametrize("prompt", ["bar chart of ice cream sales", "a pie chart of rent and food", "line graph"])
def test_without_numbers_there_is_no_data_and_the_chart_is_told_as_approximated(prompt: str) -> None:
    scene, reading = made(prompt)
    assert scene.chart is not None
    assert (scene.chart.series, scene.items) == ([], [])
    assert len(reading.approximated) == 1


def test_units_colours_and_pictures_of_labels() -> None:
    assert (chart("bar chart: a $12k, b $15k").prefix, chart("bar chart: a $12k, b $15k").suffix) == ("$", "k")
    assert chart("bar chart of colours: red 5, blue 9").colours[0].startswith("#")
    assert chart("bar chart: apples 10, moon landings 2").art == ["noto:red-apple", ""]
    assert chart("horizontal bar chart: a 1, b 2").sideways is True


@pytest.mark.parametrize(
    ("prompt", "entries"),
    [
        ("timeline of space: 1957 Sputnik, 1961 Gagarin, 1969 Moon landing",
         [("1957", "Sputnik"), ("1961", "Gagarin"), ("1969", "Moon landing")]),
        ("timeline: founded in 1998, IPO in 2010, 1000 employees by 2020",
         [("1998", "Founded"), ("2010", "IPO"), ("2020", "1000 employees")]),
        ("timeline: March 5, 2020 launch; June 2021 first office", [("March 5, 2020", "Launch"),
                                                                    ("June 2021", "First office")]),
        ("schedule: 9:00 breakfast, 10:30 workshop", [("9:00", "Breakfast"), ("10:30", "Workshop")]),
        ("weekly schedule: Monday yoga, Tuesday rest", [("Monday", "Yoga"), ("Tuesday", "Rest")]),
        ("roadmap: Q1 research, Q2 design", [("Q1", "Research"), ("Q2", "Design")]),
        ("timeline: 44 BC Caesar dies, 476 AD Rome falls", [("44 BC", "Caesar dies"), ("476 AD", "Rome falls")]),
    ],
)  # fmt: skip
def test_dated_entries(prompt: str, entries: list[tuple[str, str]]) -> None:
    assert [(entry.mark, entry.label) for entry in sheet(prompt).entries] == entries
    assert made(prompt).reading.undrawn == []


def test_a_moon_landing_is_set_and_no_moon_is_drawn() -> None:
    scene, reading = made("timeline of space exploration: 1957 Sputnik, 1969 Moon landing")
    assert (scene.kind, scene.items, title(scene.prompt)) == ("timeline", [], "Space Exploration")
    assert reading.undrawn == []


def test_a_flow_branches_at_its_question() -> None:
    found = sheet("flowchart: start -> is it raining? if yes, take an umbrella -> go out; if no, go out -> end")
    labels = [entry.label for entry in found.entries]
    assert labels == ["Start", "Is it raining?", "Take an umbrella", "Go out", "End"]
    assert found.entries[1].role == "question"
    assert [(link.start, link.end, link.label) for link in found.links] == [
        (0, 1, ""), (1, 2, "Yes"), (2, 3, ""), (1, 3, "No"), (3, 4, ""),
    ]  # fmt: skip


def test_trees_and_mind_maps_know_what_hangs_on_what() -> None:
    tree = sheet("org chart of a firm: CEO -> CTO, CFO; CTO -> Dev, QA")
    assert [(e.label, e.parent) for e in tree.entries] == [
        ("CEO", -1),
        ("CTO", 0),
        ("CFO", 0),
        ("Dev", 1),
        ("QA", 1),
    ]
    mind = sheet("mind map of health: sleep (8 hours, dark room), exercise")
    assert [(e.label, e.parent) for e in mind.entries] == [
        ("Sleep", -1), ("8 hours", 0), ("Dark room", 0), ("Exercise", -1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "heads"),
    [
        ("pros and cons list of remote work: pros: quiet; cons: lonely, always on", ["Pros", "Cons"]),
        ("cats vs dogs infographic", ["Cats", "Dogs"]),
        ("iPhone vs Android comparison: iPhone: simple; Android: open", ["iPhone", "Android"]),
        ("venn diagram of design, engineering and business", ["Design", "Engineering", "Business"]),
        ("recipe card for pancakes: ingredients: 2 eggs, milk; steps: mix, fry", ["Ingredients", "Steps"]),
        ("coffee shop menu: Drinks: tea $3; Food: croissant $4", ["Drinks", "Food"]),
    ],
)
def test_sections(prompt: str, heads: list[str]) -> None:
    assert [entry.label for entry in sheet(prompt).entries if entry.role == "section"] == heads
    assert made(prompt).reading.undrawn == []


def test_dishes_have_their_prices() -> None:
    found = sheet("wine list: Merlot $30, Pinot Noir 35, house red (by the glass) $4.50")
    dishes = [(e.label, e.mark, e.detail) for e in found.entries]
    assert dishes == [("Merlot", "$30", ""), ("Pinot Noir", "35", ""), ("House red", "$4.50", "By the glass")]


@pytest.mark.parametrize(
    "prompt",
    [
        "table with columns name, age; rows: Anna, 30; Bob, 25",
        "data table: Name | Age\nAnna | 30\nBob | 25",
        "data table: name | age; Anna | 30; Bob | 25",
        "data table\n| name | age |\n|---|---|\n| Anna | 30 |\n| Bob | 25 |",
    ],
)  # fmt: skip
def test_tables(prompt: str) -> None:
    assert sheet(prompt).rows == [["Name", "Age"], ["Anna", "30"], ["Bob", "25"]]


def test_calendars_know_their_month_and_events() -> None:
    found = sheet("calendar for October 2024 with events: 4 concert, 31 Halloween party")
    assert (found.year, found.month) == (2024, 10)
    assert [(entry.mark, entry.label) for entry in found.entries] == [("4", "Concert"), ("31", "Halloween party")]


def test_certificates_set_only_what_was_given() -> None:
    given = "for completing the Python course on 5 May 2024, signed by Dr. Smith"
    scene, reading = made(f"certificate of achievement for Jane Doe {given}")
    assert [(text.role, text.content) for text in scene.texts] == [
        ("title", "Certificate of Achievement"),
        ("name", "Jane Doe"),
        ("body", "for completing the Python course"),
    ]  # fmt: skip
    assert scene.sheet is not None
    assert [entry.label for entry in scene.sheet.entries] == ["5 May 2024", "Dr. Smith"]
    assert reading.undrawn == []


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("line chart of sales 2019-2021: 3, 5, 8", "Sales"),
        ("space exploration timeline: 1957 Sputnik, 1961 Gagarin", "Space Exploration"),
        ("donut chart. Market share: Chrome 65%, Safari 18%", "Market Share"),
        ("infographic of how to make tea: 1. Boil water 2. Steep tea", "How to Make Tea"),
        ("slide: why cats are great: they purr, they are soft", "Why Cats Are Great"),
        ("to do list: buy milk, call mom", "To Do List"),
        ("horizontal timeline: 1998 founded, 2001 sold", ""),
        ("a modern blue bar chart: a 1, b 2", ""),
        ('bar chart titled "Fruit of the Month": apples 1, pears 2', "Fruit of the Month"),
        ("infographic about iPhone sales: 2019 3, 2020 5", "iPhone Sales"),
    ],
)
def test_headings_are_words_of_the_prompt(prompt: str, words: str) -> None:
    assert title(prompt) == words


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a man reading a menu", "scene"),
        ("a girl holding a ticket", "scene"),
        ("a poster with a bar chart", "poster"),
        ("a table with apples", "scene"),
        ("a slide in a playground", "scene"),
        ("a recipe book on a table", "scene"),
        ("a woman giving a presentation", "scene"),
        ("a man receiving an award", "scene"),
        ("employee of the month certificate for Sarah Lee", "certificate"),
        ("timeline infographic: 1957 Sputnik, 1961 Gagarin", "timeline"),
        ("infographic: water cycle", "infographic"),
        ("cycle diagram of the water cycle", "infographic"),
        ("name badge for Maria Lopez", "badge"),
    ],
)
def test_the_kind_is_what_heads_the_prompt(prompt: str, kind: str) -> None:
    assert made(prompt).scene.kind == kind


def test_a_menu_in_a_scene_is_told_to_be_missing() -> None:
    assert "menu" in made("a cozy restaurant with a menu on the wall").reading.undrawn


def test_words_about_the_look_are_no_content() -> None:
    scene = made("checklist for camping: tent, torch, water in blue and gold").scene
    assert scene.sheet is not None
    assert [entry.label for entry in scene.sheet.entries] == ["Tent", "Torch", "Water"]
    assert len(scene.palette) == 2


@pytest.mark.parametrize(
    ("prompt", "last"),
    [
        ("infographic: 1. Plan 2. Launch, dark theme", "Launch"),
        ("infographic with steps: knead, bake bread in pastel colours", "Bake bread"),
        ("infographic with steps: mix flour and water, knead dough, bake", "Bake"),
    ],
)
def test_steps_end_before_words_about_the_look(prompt: str, last: str) -> None:
    assert made(prompt).scene.steps[-1].label == last


def test_an_invitation_says_when() -> None:
    texts = made("elegant invitation to Anna's birthday on Saturday 5 May at 3 pm").scene.texts
    assert "Saturday 5 May at 3 pm" in [text.content for text in texts]


def test_things_without_a_place_on_a_document_are_told() -> None:
    scene, reading = made("receipt from Corner Shop: milk $2, bread $3. A cat beside it")
    assert scene.items == []
    assert "cat" in reading.undrawn


def test_plans_with_charts_and_sheets_survive_the_round_trip() -> None:
    for prompt in ("bar chart: a 1, b 2", "flowchart: a -> b? yes -> c", "calendar for May 2024"):
        scene = made(prompt).scene
        assert Scene.from_plan(scene.to_plan()) == scene


def test_every_kind_has_a_shape_for_size_auto() -> None:
    assert choose_aspect(made("timeline: 1957 Sputnik, 1961 Gagarin").scene) == (1536, 1024)
    assert choose_aspect(made("coffee menu: tea $3, latte $4").scene) == (1024, 1536)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("-3 and −4, minus 5", [-3, -4, -5]),
        ("$1,200.50 or 3.5%", [1200.5, 3.5]),
        ("12k 7m", [12, 7]),
        ("a4 b12c 10-20", []),
        ("2,5", [2, 5]),
    ],
)
def test_numbers(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers_in(text)] == values


def test_mixed_scales_become_plain_numbers() -> None:
    assert common_manner(numbers_in("1.5 million, 900k")).factors == [1e6, 1e3]
    assert common_manner(numbers_in("12%, 15")).suffix == "%"


@pytest.mark.parametrize(
    ("text", "count", "labels"),
    [
        ("2019-2021", 3, ["2019", "2020", "2021"]),
        ("Jan to Mar", 3, ["Jan", "Feb", "Mar"]),
        ("Monday to Friday", 5, ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
        ("Q1-Q3", 3, ["Q1", "Q2", "Q3"]),
        ("2019-2021", 4, None),
    ],
)
def test_ranges_become_labels_when_they_count_right(text: str, count: int, labels: list[str] | None) -> None:
    found = span_labels(text, count)
    assert (found[0] if found else None) == labels


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1. mix 2. knead 3. bake", ["mix", "knead", "bake"]),
        ("- mix\n- knead", ["mix", "knead"]),
        ("mix -> knead -> bake", ["mix", "knead", "bake"]),
        ("mix, then knead, and bake", ["mix", "knead", "bake"]),
        ("dairy and meat, bread and grains", ["dairy and meat", "bread and grains"]),
        ("a, b and c. Use pastel colours", ["a", "b", "c"]),
        ("mix (2, 3), knead", ["mix (2, 3)", "knead"]),
    ],
)
def test_lists(text: str, items: list[str]) -> None:
    assert [item.text for item in items_of(Piece(text, 0))] == items


@pytest.mark.parametrize(
    ("prompt", "labels"),
    [
        ("org chart with CEO at the top, then CTO and CFO below", ["CEO", "CTO", "CFO"]),
        ("vertical flow chart with steps wake up, shower, eat", ["Wake up", "Shower", "Eat"]),
        ('mind map with "Project" in the center and branches Design, Code, Test', ["Design", "Code", "Test"]),
        ("family tree diagram with grandparents, parents and children", ["Grandparents", "Parents", "Children"]),
        ("venn diagram showing overlap between art and science", ["Art", "Science"]),
        ("weekly meal planner: Monday pasta, Tuesday tacos", ["Pasta", "Tacos"]),
        ("concert ticket: The Rolling Tones live, Madison Hall, 8 PM", ["Madison Hall", "8 PM"]),
    ],
)
def test_entries_told_in_other_ways(prompt: str, labels: list[str]) -> None:
    assert [entry.label for entry in sheet(prompt).entries] == labels
    assert made(prompt).reading.undrawn == []


@pytest.mark.parametrize(
    ("prompt", "labels", "series"),
    [
        ("line chart of sales in 2021: 10, 2022: 20, 2023: 15", ["2021", "2022", "2023"], {"": [10, 20, 15]}),
        ("line chart of revenue 2021 10, 2022 20, 2023 15", ["2021", "2022", "2023"], {"": [10, 20, 15]}),
        (
            "line chart: sales 10, 20, 15 vs costs 8, 12, 14 for 2021, 2022, 2023",
            ["2021", "2022", "2023"],
            {"Sales": [10, 20, 15], "Costs": [8, 12, 14]},
        ),
        (
            "bar chart comparing apples and pears: 2021 10 and 8, 2022 20 and 12",
            ["2021", "2022"],
            {"Apples": [10, 20], "Pears": [8, 12]},
        ),
    ],
)
def test_years_are_labels_and_rows_are_series(
    prompt: str, labels: list[str], series: dict[str, list[int]]
) -> None:
    chart = author(prompt, seed=7).scene.chart
    assert chart is not None
    assert chart.labels == labels
    assert {row.name: row.values for row in chart.series} == series
