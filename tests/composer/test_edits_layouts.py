"""Instructions on posters, cards and infographics: wording, typefaces, steps, and other kinds of picture."""

from __future__ import annotations

import pytest
from edits_help import drawn

from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.instruct import follow_all
from aquatint.engines.composer.edits.whole import size_wanted
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene, Text
from aquatint.sizes import Size

SIZE = Size(512, 768)
POSTER = author("poster for a jazz night, text 'BLUE NOTE - FRIDAY 9 PM'", seed=1).scene
CYCLE = author("infographic of the water cycle with 4 steps", seed=1).scene
CARD = Scene(
    prompt="a card",
    seed=1,
    kind="card",
    backdrop="studio",
    texts=[Text(role="name", content="Anna Lee"), Text(role="body", content="anna@lee.com")],
)


def done(scene: Scene, instruction: str) -> Draft:
    """The draft after an instruction of which every word was followed."""
    draft = follow_all(scene, instruction, SIZE)
    assert draft.ledger.reading().undrawn == []
    return draft


def words(scene: Scene, instruction: str) -> list[str]:
    return [text.content for text in done(scene, instruction).scene.texts]


@pytest.mark.parametrize(
    ("instruction", "texts"),
    [
        ("change BLUE NOTE to GREEN NOTE", ["GREEN NOTE", "FRIDAY 9 PM"]),
        ("replace Friday with SUNDAY", ["BLUE NOTE", "SUNDAY 9 PM"]),
        ("change the text FRIDAY 9 PM to SUNDAY NOON", ["BLUE NOTE", "SUNDAY NOON"]),
        ("change the first line to 'HELLO'", ["HELLO", "FRIDAY 9 PM"]),
        ("change the second line to 'LATE'", ["BLUE NOTE", "LATE"]),
        ("change the last line to 'LATE'", ["BLUE NOTE", "LATE"]),
        ("remove the subtitle", ["BLUE NOTE"]),
    ],
)
def test_words_without_quotation_marks_and_lines(instruction: str, texts: list[str]) -> None:
    assert words(POSTER, instruction) == texts


def test_a_thing_whose_word_is_part_of_a_text_is_no_text() -> None:
    scene = author("poster with a cat, text 'CATS AT NIGHT'", seed=1).scene
    assert [text.content for text in done(scene, "change the cat to a dog").scene.texts] == ["CATS AT NIGHT"]


def test_lines_of_a_card_are_told_by_what_they_are() -> None:
    assert words(CARD, "change the email to anna@low.com") == ["Anna Lee", "anna@low.com"]
    assert words(CARD, "remove the email") == ["Anna Lee"]
    assert words(CARD, "add the phone number 555 1234") == ["Anna Lee", "anna@lee.com", "555 1234"]


def test_typefaces() -> None:
    fonts = [text.font for text in done(POSTER, "set the title in a serif font").scene.texts]
    assert fonts == ["serif", ""]
    assert follow_all(POSTER, "use the Zapfino font", SIZE).ledger.reading().undrawn


def test_steps() -> None:
    labels = [step.label for step in CYCLE.steps]
    assert [step.label for step in done(CYCLE, "remove the last step").scene.steps] == labels[:-1]
    assert [step.label for step in done(CYCLE, "change step 2 to 'Clouds'").scene.steps][1] == "Clouds"
    assert [step.label for step in done(CYCLE, "add a step 'Tap'").scene.steps] == [*labels, "Tap"]
    assert follow_all(CYCLE, "remove step 9", SIZE).ledger.reading().undrawn


def test_a_scene_becomes_a_poster_and_a_scene_again() -> None:
    scene = author("a cat beside a car on a street", seed=1).scene
    draft = done(scene, "make it a poster that says GRAND OPENING")
    assert (draft.scene.kind, [text.content for text in draft.scene.texts]) == ("poster", ["GRAND OPENING"])
    assert [item.noun for item in draft.scene.items] == ["cat", "car"]
    assert size_wanted(draft, Size(1024, 1024)) == Size(1024, 1536)
    again = done(done(draft.scene, "turn it into a scene").scene, "remove the text").scene
    assert again.kind == "scene"
    assert (again.backdrop, again.style, again.items) == (scene.backdrop, scene.style, scene.items)


@pytest.mark.parametrize("instruction", ["make it an infographic", "turn it into an abstract pattern"])
def test_what_needs_more_than_things_is_not_made_of_them(instruction: str) -> None:
    scene = author("a cat beside a car on a street", seed=1).scene
    draft = follow_all(scene, instruction, SIZE)
    assert draft.scene.kind in ("scene", "pattern")


@pytest.mark.parametrize("instruction", ["use a different font", "make the title bigger"])
def test_a_clause_in_vain_is_told(instruction: str) -> None:
    draft = follow_all(POSTER, instruction, SIZE)
    assert draft.scene.texts == POSTER.texts
    assert draft.ledger.reading().undrawn


def test_capitals_end_at_a_comma() -> None:
    draft = done(
        author("a cat in a meadow", seed=1).scene, "make it a poster that says BIG SALE, in woodcut style"
    )
    assert [text.content for text in draft.scene.texts] == ["BIG SALE"]
    assert draft.scene.style == "woodcut"


def test_a_title_in_a_colour_that_reads_needs_no_edge() -> None:
    poster = author("poster for a jazz night with a saxophone, text 'BLUE NOTE'", seed=7).scene
    red, grey = (done(poster, f"make the title {colour}").scene for colour in ("red", "#182a36"))
    white = [float((drawn(scene, SIZE)[..., :3].min(2) > 250).mean()) for scene in (poster, red, grey)]
    assert white[1] < white[0] + 0.005
    assert white[2] > white[0] + 0.02
