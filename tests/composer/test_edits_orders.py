"""Everyday wordings are put as orders, and do what those do."""

from __future__ import annotations

import pytest
from edits_help import instructed

from aquatint.engines.composer.edits.orders import in_orders
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

SIZE = Size(768, 512)
CHART = "bar chart of sales: apples 12, pears 7, plums 20"
MENU = "menu for a cafe: coffee 2.50, tea 2.00, cake 3.80"
CARD = "business card for Anna Schmidt, architect, anna@x.com"
AGENDA = "agenda: 9:00 welcome, 10:00 talk, 12:00 lunch"
POSTER = "a poster for a school concert on 12 May at 7pm"
LIST = "shopping list: milk, bread, eggs"


def planned(prompt: str) -> Scene:
    return author(prompt, seed=7).scene


def after(prompt: str, said: str) -> Scene:
    scene, reading = instructed(planned(prompt), said, SIZE)
    assert reading.undrawn == []
    return scene


@pytest.mark.parametrize(
    ("prompt", "said", "order"),
    [
        (CHART, "title it Q1 sales", 'change the title to "Q1 sales"'),
        (CHART, "call the sales chart 'Fruit'", 'change the title to "Fruit"'),
        (CHART, "could you show it as a donut please", "make it a donut"),
        (CHART, "go back to bars", "make it a bars"),
        (CHART, "bars in descending order", "sort descending order"),
        (CHART, "use dollars as the unit", "change the unit to dollars"),
        (CHART, "show the values as percentages", "show shares of the total"),
        (MENU, "put a mocha for 4.20 on the list", "add a mocha for 4.20 to the list"),
        (MENU, "we no longer sell cake", "remove cake"),
        (MENU, "everything gets 10% more expensive", "raise all prices by 10%"),
        (MENU, "make everything 50 cents cheaper", "lower all prices by 0.50"),
        (CARD, "she is an engineer now", "change Architect to engineer"),
        (CARD, "her email is now anna@y.com", "change the email to anna@y.com"),
        (AGENDA, "move lunch to 12:30", "change lunch to 12:30"),
        (POSTER, "put a violin instead of the school", "replace the school with a violin"),
        (POSTER, "the concert is on 14 June", "change the date to 14 June"),
        (LIST, "write it on yellow paper", "make the background yellow"),
        (LIST, "call it Food and put it on blue paper", 'change the title to "Food" and make the background blue'),
    ],
)
def test_wordings(prompt: str, said: str, order: str) -> None:
    assert in_orders(said, planned(prompt)) == order


@pytest.mark.parametrize(
    "said",
    ["make the cat grey", "call the dog to the left", "put a hat on the cat", "in winter", "add 'pie chart'"],
)
def test_what_no_wording_fits_stays_as_it_is(said: str) -> None:
    assert in_orders(said, planned("a cat and a dog on a beach")) == said


def test_shares_of_the_total_are_true() -> None:
    chart = after(CHART, "express the values as percentages").chart
    assert chart is not None
    assert (chart.series[0].values, chart.suffix) == ([30.8, 17.9, 51.3], "%")


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("add 2 litres of juice after milk", ["Milk", "2 litres of juice", "Bread", "Eggs"]),
        ("put bananas between milk and bread", ["Milk", "Bananas", "Bread", "Eggs"]),
        ("add butter", ["Milk", "Bread", "Eggs", "Butter"]),
        ("alphabetical order", ["Bread", "Eggs", "Milk"]),
        ("cross out the bread", ["Milk", "Eggs"]),
    ],
)
def test_rows_of_lists(said: str, labels: list[str]) -> None:
    sheet = after(LIST, said).sheet
    assert sheet is not None
    assert [entry.label for entry in sheet.entries] == labels


def test_a_heading_has_what_stands_below_it() -> None:
    sheet = after(MENU, "add a heading 'Sweet' above cake").sheet
    assert sheet is not None
    assert [(entry.label, entry.role, entry.parent) for entry in sheet.entries][2:] == [
        ("Sweet", "section", -1),
        ("Cake", "", 2),
    ]


def test_entries_of_an_agenda_have_their_hours() -> None:
    sheet = after(AGENDA, "add a coffee break at 11").sheet
    assert sheet is not None
    assert [(entry.mark, entry.label) for entry in sheet.entries][2:] == [
        ("11:00", "Coffee break"),
        ("12:00", "Lunch"),
    ]


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("add a fifth step 'share'", "share"),
        ("add a step 5 'enjoy'", "enjoy"),
        ("add a final step: serve", "Serve"),
    ],
)
def test_steps_are_called_by_what_they_say(said: str, label: str) -> None:
    steps = after("infographic: how to make tea: boil water, add tea, wait, pour", said).steps
    assert [step.label for step in steps][4:] == [label]


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("write Hello on it", "Hello"),
        ("write Happy Birthday Mia on the picture in red", "Happy Birthday Mia"),
        ("stamp SOLD OUT on it", "SOLD OUT"),
        ("write Live in the moment", "Live in the moment"),
        ("put the words Good Morning on it", "Good Morning"),
        ("write it's party time", "it's party time"),
    ],
)
def test_passages_end_where_their_place_begins(said: str, content: str) -> None:
    assert [text.content for text in after("a cat and a dog on a beach", said).texts] == [content]


def test_a_date_takes_the_place_of_the_date_alone() -> None:
    assert after(POSTER, "change the date to 13 May").texts[1].content == "13 May at 7pm"
    assert after(POSTER, "it starts at 8pm").texts[1].content == "12 May at 8pm"


def test_the_largest_text_is_the_title() -> None:
    assert after(POSTER, "make the title red").texts[0].colour == "#d62f35"


def test_long_instructions_are_followed_as_far_as_they_are_read() -> None:
    scene, reading = instructed(planned("a cat"), ", ".join(f"add a dog {n}" for n in range(60)), SIZE)
    assert len(scene.items) <= 17
    assert "add a dog 59" in reading.undrawn


@pytest.mark.parametrize(
    ("prompt", "said", "labels"),
    [
        (
            "weekly schedule: monday yoga, tuesday rest",
            "change yoga to pilates",
            ["Monday pilates", "Tuesday rest"],
        ),
        ("mind map about travel: food, hotels", "add visas", ["Food", "Hotels", "Visas"]),
        ("agenda: 9:00 welcome, 10:00 talk", "swap the first and the last item", ["Talk", "Welcome"]),
    ],
)
def test_entries_are_named_by_some_of_their_words_and_by_their_place(
    prompt: str, said: str, labels: list[str]
) -> None:
    sheet = after(prompt, said).sheet
    assert sheet is not None
    assert [entry.label for entry in sheet.entries] == labels


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("make HELLO red", [("HELLO", "#d62f35")]),
        ("remove HELLO", []),
        ("write BYE instead of HELLO", [("BYE", "")]),
        ("make the background green and the letters white", [("HELLO", "#f5f4f0")]),
    ],
)
def test_texts_are_known_by_what_they_say(said: str, texts: list[tuple[str, str]]) -> None:
    scene = after("a poster of a fox that says HELLO", said)
    assert [(text.content, text.colour) for text in scene.texts] == texts


def test_a_chart_has_no_night() -> None:
    assert instructed(planned(CHART), "at night", SIZE)[1].undrawn == ["night"]
