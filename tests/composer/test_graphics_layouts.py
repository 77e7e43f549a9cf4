"""Every layout in odd shapes, with no words, one word and sixty, alone and with several things."""

from __future__ import annotations

import numpy as np
import pytest
from graphics_help import WORDS, alpha_at_corners, item, paint, scene, steps

from aquatint.engines.composer import graphics
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics import UnknownLayout, poster
from aquatint.engines.composer.graphics.card import VARIANTS as CARDS
from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.graphics.poster import VARIANTS as POSTERS
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene, Text
from aquatint.sizes import Size

KINDS = [
    "abstract",
    "card",
    "character",
    "coloring",
    "comic",
    "cover",
    "icon",
    "infographic",
    "isometric",
    "logo",
    "mandala",
    "map",
    "pattern",
    "playing",
    "portrait",
    "poster",
    "print",
    "sticker",
    "storyboard",
]
SHAPES = [Size(432, 432), Size(720, 240), Size(240, 720)]
TEXTS = {
    "none": (),
    "one word": ("Go",),
    "sixty words": (" ".join(WORDS),),
    "four texts": ("Title Here", " ".join(WORDS[:8]), " ".join(WORDS[8:24]), " ".join(WORDS[24:])),
}
THINGS = {"nothing": [], "one": [item("red apple")], "four": [item("red apple", 2), item("owl"), item("rocket")]}


def _prompts() -> list[tuple[str, str]]:
    """Each kind, and for those with variants a prompt for each."""
    table = data("variants")
    return [
        (kind, f"{kind} {entry['words'][0]}" if entry["words"] else kind)
        for kind in KINDS
        for entry in table.get(kind, {"": {"words": []}}).values()
    ]


def _made(kind: str, prompt: str, words: str, things: str = "one") -> Scene:
    extra = {"steps": steps(5)} if kind == "infographic" else {}
    return scene(kind, *TEXTS[words], prompt=prompt, items=THINGS[things], **extra)


def test_the_registry_knows_all_kinds() -> None:
    assert set(KINDS) < set(graphics.names())


def test_an_unknown_kind_is_a_key_error_that_names_it() -> None:
    with pytest.raises(UnknownLayout, match="hologram"):
        graphics.find("hologram")
    assert issubclass(UnknownLayout, KeyError)


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("words", TEXTS)
@pytest.mark.parametrize(("kind", "prompt"), _prompts())
def test_text_is_exact_legible_and_inside_the_margins(kind: str, prompt: str, words: str, size: Size) -> None:
    made = _made(kind, prompt, words)
    _, _, watch = paint(made, size)
    margin = 0.05 * min(size.width, size.height) - 1
    for line in watch.lines:
        x, y, width, height = line.box
        assert min(x, y, size.width - x - width, size.height - y - height) >= margin, line.text
        if line.contrasts().size:
            assert np.percentile(line.contrasts(), 4) >= 4.5, line.text
    if kind != "infographic":
        wanted = " ".join(text.content for text in made.texts).split()
        assert sorted(" ".join(line.text for line in watch.lines).split()) == sorted(wanted)


@pytest.mark.parametrize("things", THINGS)
@pytest.mark.parametrize(("kind", "prompt"), _prompts())
def test_stages_advance_to_one_and_the_picture_is_not_empty(kind: str, prompt: str, things: str) -> None:
    pixels, stages, _ = paint(_made(kind, prompt, "one word", things), Size(320, 400))
    progress = [share for share, _ in stages]
    assert len(stages) >= 3
    assert progress == sorted(progress)
    assert progress[-1] == 1.0
    assert pixels[..., 3].min() == 255
    assert len(np.unique(pixels.reshape(-1, 4), axis=0)) > 20


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_scene_gives_the_same_pixels_and_another_seed_others(kind: str) -> None:
    def made(seed: int) -> Scene:
        extra = {"steps": steps(4)} if kind == "infographic" else {}
        return scene(kind, "Hello", seed=seed, items=[item("red apple")], **extra)

    size = Size(256, 256)
    first, again = paint(made(1), size)[0], paint(made(1), size)[0]
    assert np.array_equal(first, again)
    assert any(not np.array_equal(first, paint(made(seed), size)[0]) for seed in range(2, 8))


@pytest.mark.parametrize("kind", ["logo", "icon", "sticker", "pattern", "portrait", "isometric"])
def test_transparent_backgrounds_are_transparent(kind: str) -> None:
    made = scene(kind, "Ember", prompt=f"{kind} of a fire", transparent=True, items=[item("red apple")])
    pixels, _, _ = paint(made, Size(400, 400))
    assert (pixels[..., 3] == 0).mean() > 0.2
    if kind != "pattern":
        assert alpha_at_corners(pixels)[:2] == [0, 0]


@pytest.mark.parametrize("seed", range(6))
def test_posters_without_words_are_posters(seed: int) -> None:
    def chosen(prompt: str) -> str:
        return poster.choose(author(prompt, seed=seed).scene, Chance(seed))

    assert chosen("a poster of a lighthouse by the sea at night") == "scenic"  # it has a border
    assert chosen("a vintage poster of a bicycle") == "sunburst"
    assert chosen("a retro poster of a rocket") == "sunburst"


def test_every_variant_is_painted_by_a_module() -> None:
    assert set(POSTERS) == set(data("variants")["poster"])
    assert set(CARDS) == set(data("variants")["card"])


@pytest.mark.parametrize(("kind", "size"), [("poster", Size(480, 640)), ("logo", Size(480, 480))])
def test_an_asked_text_colour_stays_exact(kind: str, size: Size) -> None:
    made = Scene(prompt=kind, seed=3, kind=kind, texts=[Text(role="title", content="Ember", colour="#f2e9c8")])
    _, _, watch = paint(made, size)
    title = next(line for line in watch.lines if line.text == "Ember")
    assert title.colour == pytest.approx(tuple(Colour.of("#f2e9c8")), abs=0.01)
    assert np.percentile(title.contrasts(), 4) >= 4.5


def test_a_pattern_meets_itself_at_its_edges() -> None:
    pixels, _, _ = paint(scene("pattern", seed=5, items=[item("lemon")]), Size(512, 512))
    plain = pixels[..., :3].astype(int)
    seam = np.abs(plain[:, 0] - plain[:, -1]).mean() + np.abs(plain[0] - plain[-1]).mean()
    inside = np.abs(plain[:, 100] - plain[:, 101]).mean() + np.abs(plain[100] - plain[101]).mean()
    assert seam < inside * 3 + 6
    assert np.array_equal(plain[:256], plain[256:])
