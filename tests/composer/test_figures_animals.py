"""Animals: every species in every pose stays in its box, fills it, is reproducible, and takes on asked colours."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from aquatint.engines.composer.art import UnknownArt, find
from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.figures.animals.animal import POSES, Animal
from aquatint.engines.composer.art.figures.animals.drawn import bodies
from aquatint.engines.composer.art.figures.animals.others import OTHERS
from aquatint.engines.composer.art.figures.animals.species import Species, species
from aquatint.engines.composer.art.figures.find import animal_names
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, to_oklch
from aquatint.engines.composer.layout.stage import Light

SIDE, MARGIN = 120, 12
PLAIN = Light(shadow_strength=0.0)


def painted(drawing: Animal, look: Look, side: int = SIDE) -> np.ndarray:
    """The drawing in a square box with a margin around it: (h, w, 4) RGBA, straight alpha."""
    surface = skia.Surface(side + 2 * MARGIN, side + 2 * MARGIN)
    drawing.paint(surface.getCanvas(), Box(MARGIN, MARGIN, side, side), look)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType)


def extent(alpha: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is opaque."""
    rows, columns = np.flatnonzero(alpha.max(axis=1) > 40), np.flatnonzero(alpha.max(axis=0) > 40)
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


EVERY = [(name, "standing") for name in sorted(species())]
"""Every species at rest."""
PLANS = {kind.plan: name for name, kind in species().items()}
"""One species of each body plan."""


@pytest.mark.parametrize(
    ("name", "pose"), EVERY + [(name, pose) for name in PLANS.values() for pose in sorted(set(POSES.values()))]
)
def test_each_body_fills_its_box_in_each_pose(name: str, pose: str) -> None:
    pixels = painted(Animal(name), Look(attributes={"pose": pose}))
    left, top, right, bottom = extent(pixels[..., 3])
    assert left >= MARGIN - 2
    assert top >= MARGIN - 2
    assert right <= MARGIN + SIDE + 2
    assert abs(bottom - (MARGIN + SIDE)) <= 2, "stands on the lower edge"
    assert max(right - left, bottom - top) >= SIDE - 5, "touches two opposite sides"
    assert (pixels[..., 3] > 200).mean() > 0.03


@pytest.mark.parametrize("name", sorted(species())[::3])
def test_aspect_is_that_of_the_drawing(name: str) -> None:
    drawing = Animal(name)
    for attributes in ({"pose": "standing"}, {"pose": "sitting"}):
        area = drawing.sketch(Look(attributes=attributes)).bounds()
        assert drawing.aspect_in(attributes) == pytest.approx(area.width() / area.height(), rel=0.12)
    assert 0.3 < drawing.aspect < 8


@pytest.mark.parametrize("name", ["fox", "tiger", "giraffe", "sheep", "hedgehog", "hen", "frog"])
def test_the_same_seed_gives_the_same_pixels(name: str) -> None:
    first = painted(Animal(name), Look(chance=Chance(11)))
    assert np.array_equal(first, painted(Animal(name), Look(chance=Chance(11))))


def test_seeds_vary_pose_and_details() -> None:
    pictures = {painted(Animal("fox"), Look(chance=Chance(seed))).tobytes() for seed in range(12)}
    assert len(pictures) > 5


@pytest.mark.parametrize("name", ["fox", "wolf", "horse", "rabbit", "bear", "cat", "pig", "elephant"])
@pytest.mark.parametrize("asked", ["#2f6fc0", "#4b9b45", "#d9508a"])
def test_an_asked_colour_dyes_the_coat(name: str, asked: str) -> None:
    pixels = painted(Animal(name), Look(light=PLAIN, colour=Colour.of(asked), attributes={"pose": "standing"}))
    solid = pixels[pixels[..., 3] > 250][:, :3] / 255
    wanted = to_oklch(Colour.of(asked))
    hues = np.array([to_oklch(Colour(*map(float, one))) for one in solid[:: max(1, len(solid) // 400)]])
    colourful = hues[hues[:, 1] > 0.05]
    turns = np.abs((colourful[:, 2] - wanted[2] + 180) % 360 - 180)
    assert len(colourful) > 0.3 * len(hues)
    assert np.median(turns) < 12


def test_a_dyed_fox_keeps_its_white_chest_and_black_nose() -> None:
    pixels = painted(
        Animal("fox"), Look(light=PLAIN, colour=Colour.of("#2f6fc0"), attributes={"pose": "sitting"}), 300
    )
    solid = pixels[pixels[..., 3] > 250][:, :3].astype(int)
    assert (solid.min(axis=1) > 200).mean() > 0.03
    assert (solid.max(axis=1) < 80).mean() > 0.01


@pytest.mark.parametrize("asked", [Colour(0, 0, 0), WHITE])
def test_black_and_white_coats_keep_light_and_shade(asked: Colour) -> None:
    pixels = painted(Animal("wolf"), Look(colour=asked, attributes={"pose": "standing"}))
    solid = pixels[pixels[..., 3] > 250][:, :3].astype(float).mean(axis=1)
    assert np.std(solid) > 6


def test_flip_mirrors_the_shape() -> None:
    look = Look(light=PLAIN, attributes={"pose": "standing"})
    left = painted(Animal("fox"), look)[..., 3].astype(int)
    right = painted(Animal("fox"), Look(light=PLAIN, attributes={"pose": "standing"}, flip=True))[..., 3].astype(
        int
    )
    assert np.abs(left - right[:, ::-1]).mean() < 3
    assert np.abs(left - right).mean() > 20


def test_the_light_decides_which_side_is_dark() -> None:
    def brightness(x: float) -> float:
        """How much lighter the left half is than the right."""
        pixels = painted(Animal("bear"), Look(light=Light(x=x, height=0.4), attributes={"pose": "standing"}))
        shown = pixels[..., 3] > 250
        half = pixels.shape[1] // 2
        grey = pixels[..., :3].mean(axis=2)
        return float(grey[:, :half][shown[:, :half]].mean() - grey[:, half:][shown[:, half:]].mean())

    assert brightness(-0.9) > brightness(0.9) + 15


def test_asleep_animals_are_flatter_than_standing_ones() -> None:
    for name in ("fox", "dog", "cat", "wolf"):
        assert Animal(name).aspect_in({"pose": "sleeping"}) > Animal(name).aspect_in({"pose": "sitting"}) * 1.3


def test_find_knows_all_names_and_no_other() -> None:
    for name in animal_names():
        assert find(f"animal:{name}").aspect > 0
    with pytest.raises(UnknownArt):
        find("animal:jabberwock")


def test_breeds_take_over_what_they_do_not_say() -> None:
    dog, corgi = species()["dog"], species()["corgi"]
    assert corgi.plan == dog.plan
    assert corgi.coat["nose"] == dog.coat["nose"]
    assert corgi.legs < dog.legs
    assert not set(corgi.also) & set(dog.also)


def test_birds_in_the_air_are_wider_than_standing_ones_and_have_no_legs_below() -> None:
    for name in ("eagle", "swan", "seagull"):
        standing = Animal(name).sketch(Look(attributes={"pose": "standing"})).bounds()
        flying = Animal(name).sketch(Look(attributes={"pose": "flying"}))
        assert flying.bounds().height() > 0.6
        assert flying.bounds().width() > 1.1 * standing.width()


def test_grazers_lower_their_heads() -> None:
    for name in ("horse", "cow", "deer", "fox"):
        grazing, upright = (Animal(name).sketch(Look(attributes={"pose": p})) for p in ("eating", "standing"))
        assert grazing.places["head"][1] > upright.places["head"][1] + 0.25


def test_winged_beasts_have_both_wings() -> None:
    for winged, plain in (("pegasus", "white-horse"), ("winged-lion", "lion")):
        look = Look(attributes={"pose": "standing"})
        assert Animal(winged).sketch(look).bounds().top() < Animal(plain).sketch(look).bounds().top() - 0.1
        assert len(Animal(winged).sketch(look).groups) == len(Animal(plain).sketch(look).groups) + 2


def test_drawn_bodies_exist() -> None:
    for name, kind in species().items():
        assert (kind.plan == "drawn") == bool(kind.body), name
        if kind.body:
            assert kind.body in bodies()


def test_each_species_has_its_head_and_its_colours() -> None:
    for name, kind in species().items():
        assert isinstance(kind, Species)
        assert kind.face or kind.profile or kind.plan in OTHERS, name
        assert {"main", "deep", "pale"} <= set(kind.coat), name


def test_young_animals_have_larger_heads() -> None:
    for name in ("fox", "horse", "cat"):
        young, grown = Animal(name).kind_in({"age": "baby"}), Animal(name).kind_in({})
        assert young.head > 1.2 * grown.head
        assert young.legs < grown.legs


def test_words_mark_a_coat() -> None:
    words = {"pattern": "spots", "pattern colour": "#202020", "pose": "standing"}
    white = Colour.of("#f8f8f8")
    plain = painted(
        Animal("cat"), Look(light=PLAIN, colour=white, attributes={"pose": "standing", "pattern": "x"}), 300
    )
    marked = painted(Animal("cat"), Look(light=PLAIN, colour=white, attributes=words), 300)

    def dark(pixels: np.ndarray) -> float:
        return float((pixels[pixels[..., 3] > 250][:, :3].max(axis=1) < 70).mean())

    assert dark(marked) > 2 * dark(plain)
    assert Animal("sheep").kind_in({"pattern": "spots"}).pattern == "fleece"


@pytest.mark.parametrize(
    ("name", "pose", "than"),
    [
        ("wolf", "howling", "sitting"),
        ("lion", "roaring", "standing"),
        ("dog", "barking", "standing"),
        ("horse", "rearing", "standing"),
        ("cat", "climbing", "standing"),
        ("dolphin", "jumping", "swimming"),
        ("penguin", "sliding", "standing"),
        ("monkey", "hanging", "sitting"),
        ("elephant", "spraying", "standing"),
        ("dog", "stretching", "standing"),
    ],
)
def test_what_a_beast_does_is_seen(name: str, pose: str, than: str) -> None:
    sketches = [Animal(name).sketch(Look(attributes={"pose": one}, chance=Chance(2))) for one in (pose, than)]
    shapes = [
        [str(one.path.getBounds()) for group in sketch.groups for one in group.strokes] for sketch in sketches
    ]
    assert shapes[0] != shapes[1]


def test_a_leaping_beast_has_its_head_up_and_a_howling_one_its_nose() -> None:
    def head(pose: str, name: str = "horse") -> float:
        sketch = Animal(name).sketch(Look(attributes={"pose": pose}))
        return sketch.places["head"][1] - sketch.bounds().bottom()

    assert head("jumping") < head("running")
    assert head("rearing") < head("jumping")
    nose = Animal("wolf").sketch(Look(attributes={"pose": "howling"})).bounds().top()
    assert nose < Animal("wolf").sketch(Look(attributes={"pose": "sitting"})).bounds().top() - 0.05
