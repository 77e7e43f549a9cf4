"""What sheets are told: every part of the prompt's own content, in its own words, and nothing else."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene


def made(prompt: str) -> Scene:
    return author(prompt, seed=1).scene


def labels(prompt: str) -> list[str]:
    scene = made(prompt)
    assert scene.sheet is not None
    return [entry.label for entry in scene.sheet.entries]


def texts(prompt: str) -> list[str]:
    return [text.content for text in made(prompt).texts]


def test_the_first_section_of_a_menu_may_begin_a_sentence() -> None:
    found = labels('Menu "Bella Napoli". Starters: Bruschetta $7, Caprese $9. Mains: Lasagne $14, Risotto $15.')
    assert found == ["Starters", "Bruschetta", "Caprese", "Mains", "Lasagne", "Risotto"]


def test_who_said_a_quote_may_follow_it_bare() -> None:
    assert set(texts('Quote card: "The best way out is always through." Robert Frost')) == {
        "The best way out is always through.",
        "Robert Frost",
    }


@pytest.mark.parametrize(
    "prompt",
    [
        "Infographic: 3 steps to brew coffee: Grind, Boil, Enjoy",
        "Infographic about brewing coffee: Grind, Boil, Enjoy",
    ],
)
def test_steps_of_a_prompt_go_before_those_that_are_known(prompt: str) -> None:
    assert [step.label for step in made(prompt).steps] == ["Grind", "Boil", "Enjoy"]


def test_an_invitation_sets_what_stands_after_its_colon() -> None:
    assert texts("Wedding invitation: Anna and Tom, 5 September 2026, Villa Rosa, Florence") == [
        "Anna and Tom",
        "5 September 2026",
        "Villa Rosa",
        "Florence",
    ]


def test_a_birthday_that_is_counted_stays_whole_and_takes_no_other_greeting() -> None:
    found = texts("Birthday party invitation for Leo's 5th birthday, Saturday 3 pm, 12 Oak Street")
    assert found == ["Leo's 5th birthday", "Saturday 3 pm, 12 Oak Street"]


def test_hours_and_addresses_of_a_flyer_are_set() -> None:
    scene = made('Flyer "Yard Sale", Saturday 9 to 3, 14 Elm Street')
    assert [text.content for text in scene.texts] == ["Yard Sale", "Saturday 9 to 3, 14 Elm Street"]
    assert all(item.count < 14 for item in scene.items)


@pytest.mark.parametrize(
    ("prompt", "title", "lines"),
    [
        (
            "Business card, black with gold lettering, for Tom Reed, Photographer, tomreed.com",
            "Tom Reed",
            ["Photographer", "tomreed.com"],
        ),
        (
            'Business card for a florist, "Rosa & Co", 12 Garden Lane, 555-0134',
            "Rosa & Co",
            ["12 Garden Lane", "555-0134"],
        ),
    ],
)
def test_a_business_card_takes_its_name_and_lines(prompt: str, title: str, lines: list[str]) -> None:
    assert texts(prompt) == [title]
    assert labels(prompt) == lines


def test_a_quoted_title_is_no_label_of_a_chart() -> None:
    chart = made('Area chart "Revenue" 2019 $1.2M, 2020 $1.4M, 2021 $2.1M').chart
    assert chart is not None
    assert chart.labels == ["2019", "2020", "2021"]
    assert (chart.prefix, chart.suffix) == ("$", "M")


@pytest.mark.parametrize(
    ("prompt", "parents"),
    [
        (
            "Org chart: CEO Anna; under her CTO Ben and CFO Cara; under Ben: Dev Team, QA Team",
            {
                "CEO Anna": "",
                "CTO Ben": "CEO Anna",
                "CFO Cara": "CEO Anna",
                "Dev Team": "CTO Ben",
                "QA Team": "CTO Ben",
            },
        ),
        (
            "Family tree: Grandpa Joe; children: Mary, Peter; Mary's children: Tom, Lily",
            {"Grandpa Joe": "", "Mary": "Grandpa Joe", "Peter": "Grandpa Joe", "Tom": "Mary", "Lily": "Mary"},
        ),
    ],
)
def test_who_stands_under_whom_may_be_said_in_words(prompt: str, parents: dict[str, str]) -> None:
    scene = made(prompt)
    assert scene.sheet is not None
    entries = scene.sheet.entries
    assert {e.label: entries[e.parent].label if e.parent >= 0 else "" for e in entries} == parents
    assert scene.items == []


def test_a_word_inside_a_bullet_is_no_picture_of_the_slide() -> None:
    scene = made('Slide "Onboarding" with bullets: Read the handbook, Set up with the help of the IT desk, Lunch')
    assert scene.sheet is not None
    assert scene.sheet.art == ""
    assert scene.items == []


def test_a_resume_takes_name_contacts_and_dated_entries() -> None:
    scene = made(
        "CV of Dr. Amir Khan, cardiologist, amir@heart.org. Experience: Charité Berlin 2012-present, Royal London "
        "2008-2012. Languages: German, Urdu. Education: BA Medicine, Leeds 2004"
    )
    assert scene.sheet is not None
    assert [text.content for text in scene.texts] == ["Dr. Amir Khan", "cardiologist"]
    assert [(e.label, e.detail, e.mark) for e in scene.sheet.entries] == [
        ("amir@heart.org", "", ""),
        ("Experience", "", ""),
        ("Charité Berlin", "", "2012-present"),
        ("Royal London", "", "2008-2012"),
        ("Languages", "", ""),
        ("German", "", ""),
        ("Urdu", "", ""),
        ("Education", "", ""),
        ("BA Medicine", "Leeds", "2004"),
    ]
    assert [e.parent for e in scene.sheet.entries] == [-1, -1, 1, 1, -1, 4, 4, -1, 7]


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("Table of planets: Planet, Moons; Mercury, 0; Earth, 1", "table"),
        ("Receipt: Hammer $18.99, Nails $4.50", "receipt"),
        ("Resume: Sam Poe, Chef. Skills: Pastry, Grill", "resume"),
        ("Table with a lamp: cozy; warm light", "scene"),
        ("The runners resume the race", "scene"),
    ],
)
def test_a_document_may_be_announced_with_a_colon(prompt: str, kind: str) -> None:
    assert made(prompt).kind == kind


def test_a_single_letter_is_a_label() -> None:
    chart = made("Bar chart: A 3, B 8, C 5").chart
    assert chart is not None
    assert chart.labels == ["A", "B", "C"]


def test_what_a_certificate_honours_is_set() -> None:
    found = texts("Certificate of achievement for Ana Torres, best young scientist, 12 June 2026")
    assert set(found) == {"Certificate of Achievement", "Ana Torres", "best young scientist"}


def test_the_first_series_of_a_comparison_keeps_its_name() -> None:
    chart = made("Line chart comparing 2022: Jan 10, Feb 14, Mar 9; 2023: Jan 12, Feb 18, Mar 20").chart
    assert chart is not None
    assert chart.labels == ["Jan", "Feb", "Mar"]
    assert [(each.name, each.values) for each in chart.series] == [("2022", [10, 14, 9]), ("2023", [12, 18, 20])]


def test_a_poster_that_lists_is_a_list() -> None:
    prompt = "A poster listing the rules of the pool: No running, No diving, Shower first, No glass"
    assert labels(prompt) == ["No running", "No diving", "Shower first", "No glass"]
    assert texts(prompt) == ["Rules of the Pool"]
    assert made('Poster "Jazz Night": live music').kind == "poster"


def test_shares_among_other_numbers_are_facts() -> None:
    prompt = "Infographic about coffee: 2 billion cups per day, 64% of adults drink it, Finland drinks the most"
    assert made(prompt).kind == "fact sheet"
    assert labels(prompt) == ["2 billion cups per day", "64% of adults drink it", "Finland drinks the most"]


def test_a_quoted_ticket_title_after_a_colon_is_its_title() -> None:
    prompt = 'Event ticket: "Symphony No. 5", Friday 7:30 PM, Hall A'
    assert texts(prompt) == ["Symphony No. 5"]
    assert labels(prompt) == ["Friday 7:30 PM", "Hall A"]


def test_a_number_to_call_is_set() -> None:
    assert "call 555-0182" in texts('Flyer "LOST CAT", orange tabby, call 555-0182')
