"""The parts of graphic layouts: palettes, words that choose, marks, outlines, stacks of type, groups of things."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from graphics_help import WORDS, item, paint, scene, steps

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import BLACK, WHITE, Colour, contrast, luminance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.graphics.cues import choose_variant, count_said, data, said
from aquatint.engines.composer.graphics.lettering import Manner, in_order, stack
from aquatint.engines.composer.graphics.marks import find_mark, mark_aspect, mark_names, paint_mark
from aquatint.engines.composer.graphics.outline import outline
from aquatint.engines.composer.graphics.palette import Palette, apart, choose_palette, grow, legible
from aquatint.engines.composer.graphics.picture import actors, arrange
from aquatint.engines.composer.scene import Text
from aquatint.sizes import Size

CHANCE = Chance(7)
MANNER = Manner("modern", WHITE, BLACK, BLACK, BLACK)


def _palettes() -> dict[str, Palette]:
    return {name: choose_palette(scene("poster"), CHANCE, [name]) for name in data("palettes")}


@pytest.mark.parametrize("palette", list(_palettes().values()), ids=lambda palette: palette.name)
def test_each_palette_has_readable_ink_and_seven_colours(palette: Palette) -> None:
    assert contrast(palette.ink, palette.paper) >= 7
    colours = [*palette.lively, palette.paper, palette.ink, palette.field]
    assert luminance(palette.paper) == max(luminance(colour) for colour in colours)
    assert luminance(palette.ink) == min(luminance(colour) for colour in colours)


def test_there_are_at_least_sixteen_palettes_and_thirty_marks() -> None:
    assert len(_palettes()) >= 16
    assert len(mark_names()) >= 30


def test_named_colours_stay_exact_in_a_grown_palette() -> None:
    blue, gold = Colour.of("#2f6fc0"), Colour.of("#d4a32b")
    palette = grow([blue, gold], _palettes()["alpine"])
    assert palette.main == blue
    assert palette.accent == gold
    assert contrast(palette.ink, palette.paper) >= 7


def test_one_named_colour_gets_a_companion_apart_in_lightness() -> None:
    palette = grow([Colour.of("#b7272d")], _palettes()["alpine"])
    assert contrast(palette.main, palette.accent) > 1.5


def test_words_choose_the_palette_and_the_variant() -> None:
    made = scene("poster", prompt="an art deco poster for a jazz night")
    assert choose_palette(made, CHANCE).name == "midnight-brass"
    assert choose_variant(made, "poster", CHANCE) == "deco"
    assert choose_variant(scene("card", prompt="a christmas card"), "card", CHANCE) == "winter"


def test_adding_a_thing_changes_neither_palette_nor_variant() -> None:
    before = scene("poster", prompt="a poster")
    after = scene("poster", prompt="a poster", items=[item("saxophone"), item("jack o lantern")])
    for seed in range(5):
        assert choose_palette(before, Chance(seed)) == choose_palette(after, Chance(seed))
        assert choose_variant(before, "poster", Chance(seed)) == choose_variant(after, "poster", Chance(seed))


def test_unasked_variants_come_from_the_free_ones() -> None:
    free = {name for name, entry in data("variants")["poster"].items() if entry.get("free", True)}
    chosen = {choose_variant(scene("poster", prompt="x"), "poster", Chance(seed)) for seed in range(60)}
    assert chosen <= free
    assert len(chosen) >= 5


def test_words_are_counted_whole_with_plurals_and_possessives() -> None:
    words = said(scene("card", prompt="Mother’s day, with cats"))
    assert count_said(words, ["mother", "cat"]) == 2
    assert count_said(words, ["other", "at"]) == 0


@pytest.mark.parametrize("wish", ["#777777", "#ffcc00"])
@pytest.mark.parametrize("ground", ["#808080", "#ffffff", "#101010"])
def test_legible_colours_reach_the_ratio(wish: str, ground: str) -> None:
    assert contrast(legible(Colour.of(ground), Colour.of(wish)), Colour.of(ground)) >= 4.5


def test_apart_moves_only_as_far_as_needed() -> None:
    ground, near = Colour.of("#f4f1ea"), Colour.of("#e9d8b0")
    moved = apart(near, ground, 3.0)
    assert 3.0 <= contrast(moved, ground) < 3.9
    assert apart(BLACK, ground, 3.0) == BLACK


@pytest.mark.parametrize("name", mark_names())
def test_every_mark_fills_its_box_and_reads_at_32_pixels(name: str) -> None:
    aspect = mark_aspect(name)
    width, height = (32.0, 32 / aspect) if aspect > 1 else (32 * aspect, 32.0)
    surface = new_surface(Size(40, 40))
    paint_mark(surface.getCanvas(), name, Box(4, 4, width, height), [BLACK])
    alpha = read_pixels(surface)[..., 3]
    rows, columns = np.nonzero(alpha > 20)
    assert rows.max() - rows.min() + 1 >= height - 3
    assert columns.max() - columns.min() + 1 >= width - 3
    assert 0.08 < (alpha > 127).sum() / (width * height) < 0.95


def test_cuts_are_holes_and_not_white() -> None:
    surface = new_surface(Size(100, 100))
    paint_mark(surface.getCanvas(), "house", Box(0, 0, 100, 100), [BLACK])
    assert read_pixels(surface)[88, 50, 3] == 0


def test_names_to_be_set_do_not_choose_the_mark_when_the_subject_does() -> None:
    named = scene("logo", "Ember", prompt='a coffee shop called "Ember"', subject="coffee shop")
    assert find_mark(named) == "cup"
    assert find_mark(scene("logo", "Ember", prompt='"Ember"')) == "flame"
    assert find_mark(scene("logo", "Qx", prompt="Qx")) == ""


def test_outlines_know_lines_curves_and_shapes() -> None:
    square = outline("M0 0 H10 V10 L0 10 Z").computeTightBounds()
    assert (square.width(), square.height()) == (10, 10)
    assert outline("circle 5 5 3").computeTightBounds().width() == pytest.approx(6, abs=0.01)
    arc = outline("M0 0 A5 5 0 0 1 10 0").computeTightBounds()
    assert (arc.top(), arc.bottom()) == pytest.approx((-5, 0), abs=0.05)


@pytest.mark.parametrize("bad", ["M0 0 S1 1 2 2", "5 5 L1 1"])
def test_outlines_refuse_what_they_do_not_know(bad: str) -> None:
    with pytest.raises(ValueError):
        outline(bad)


@pytest.mark.parametrize("room", [(400.0, 300.0), (900.0, 60.0), (60.0, 900.0)])
@pytest.mark.parametrize("count", [1, 3, 12, 60])
def test_stacks_fit_their_room_in_at_most_three_sizes(room: tuple[float, float], count: int) -> None:
    texts = [
        Text(role="title", content=" ".join(WORDS[:count])),
        Text(role="subtitle", content="Saturday at nine"),
        Text(role="body", content="In the old town hall"),
        Text(role="body", content="Doors open at eight"),
    ]
    pieces = stack(texts, room, MANNER)
    assert pieces.height <= room[1] + 0.5
    assert pieces.width <= room[0] + 0.5
    assert len({piece.level for piece in pieces.pieces}) <= 3


def test_texts_stand_in_the_order_of_their_roles_and_blank_ones_are_left_out() -> None:
    texts = [Text(role="body", content="c"), Text(role="title", content="a"), Text(role="subtitle", content=" ")]
    assert [text.content for text in in_order(texts)] == ["a", "c"]


@pytest.mark.parametrize("box", [Box(10, 20, 300, 200), Box(0, 0, 90, 400), Box(0, 0, 500, 60)])
@pytest.mark.parametrize("counts", [(1,), (3,), (1, 1), (1, 1, 1, 1), (5, 2), (24,)])
def test_groups_stay_in_their_box_and_show_every_thing(box: Box, counts: tuple[int, ...]) -> None:
    nouns = ["red apple", "owl", "rocket", "guitar"]
    group = actors([item(noun, count) for noun, count in zip(nouns, counts, strict=False)])
    places = arrange(group, box)
    assert len(places) == sum(counts)
    for place in places:
        assert place.x >= box.x - 0.1 * box.width
        assert place.x + place.width <= box.x + 1.1 * box.width
        assert place.y >= box.y - 1
        assert place.y + place.height <= box.y + box.height + 1


def test_an_infographic_sets_title_labels_details_and_numbers() -> None:
    made = scene("infographic", subject="water cycle", steps=steps(4))
    _, _, watch = paint(made, Size(512, 512))
    lines = [line.text for line in watch.lines]
    assert lines[0] == "Water Cycle"
    assert [line for line in lines if line.isdecimal()] == ["1", "2", "3", "4"]
    words = " ".join(lines).split()
    wanted = " ".join(f"{step.label} {step.detail}" for step in made.steps).split()
    assert sorted(words) == sorted([*wanted, "Water", "Cycle", "1", "2", "3", "4"])


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 8])
@pytest.mark.parametrize("prompt", ["infographic", "infographic of a cycle"])
def test_steps_of_an_infographic_do_not_overlap(count: int, prompt: str) -> None:
    _, _, watch = paint(scene("infographic", prompt=prompt, steps=steps(count)), Size(512, 512))
    boxes = [line.box for line in watch.lines]
    for one, other in itertools.combinations(boxes, 2):
        apart_across = one.x + one.width <= other.x + 1 or other.x + other.width <= one.x + 1
        apart_down = one.y + one.height <= other.y + 1 or other.y + other.height <= one.y + 1
        assert apart_across or apart_down


def test_a_card_puts_the_age_on_a_badge_and_adds_nothing() -> None:
    made = scene("card", prompt="birthday card for Maya turning 7")
    made.texts = [
        Text(role="title", content="Happy Birthday"),
        Text(role="name", content="Maya"),
        Text(role="caption", content="7"),
    ]
    _, _, watch = paint(made, Size(400, 600))
    assert " ".join(line.text for line in watch.lines) == "Happy Birthday Maya 7"
    sizes = {line.text: line.size for line in watch.lines}
    assert sizes["Maya"] > max(size for text, size in sizes.items() if text not in ("Maya", "7"))


def test_a_poster_of_a_place_shows_the_place() -> None:
    beach, space = (
        paint(scene("poster", "Hi", prompt="poster", backdrop=name), Size(320, 480))[0]
        for name in ("beach", "space")
    )
    assert np.abs(beach[..., :3].astype(int) - space[..., :3]).mean() > 15


def test_isometric_things_keep_their_counts() -> None:
    few = paint(scene("isometric", prompt="isometric meadow", items=[item("house", 1)]), Size(400, 400))[1]
    many = paint(scene("isometric", prompt="isometric meadow", items=[item("house", 6)]), Size(400, 400))[1]
    assert [word for _, word in few].count("house") == 1
    assert [word for _, word in many].count("house") == 6
