"""SVG from the composer: the same picture as its pixels, safe, small, without a bitmap in it."""

from __future__ import annotations

import io

import msgspec
import numpy as np
import pytest
import resvg_py
from PIL import Image

from aquatint.engines.composer import backdrops, graphics
from aquatint.engines.composer.engine import Composer
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.vector import write_svg
from aquatint.engines.contract import Task, Vector
from aquatint.imaging.alpha import on_white
from aquatint.imaging.raster import Pixels
from aquatint.imaging.vectors import finish_svg
from aquatint.sizes import Size, SizeRule
from aquatint.types import ImageRequest

SIZE = Size(512, 512)
GRAPHIC = (
    "poster 'SUMMER SALE - 50% OFF' with a palm tree, retro",
    "poster for a jazz night with a saxophone, text 'BLUE NOTE', art deco",
    "poster 'NEON NIGHTS' cyberpunk neon with a car",
    "birthday card for Maya turning 7 with balloons and a cake",
    "infographic: water cycle with 4 labelled steps",
    "a logo for a coffee shop named Ember, minimal",
    "a logo with a fox named Fennec",
    "a sticker of a happy cat that says HELLO",
    "seamless pattern of lemons and leaves",
    "an isometric island with a lighthouse",
    "an icon of a rocket",
    "an abstract painting of jazz in blue and gold",
    "colouring page of a dragon and a castle",
)
SCENES = (
    "a cat to the left of a blue car, a tree behind",
    "a red fox in a snowy pine forest at dusk",
    "a woman walking a dog in the rain",
    "a lighthouse on the sea on a stormy night",
    "portrait of an old fisherman",
)


def flat(prompt: str, seed: int = 7) -> Scene:
    return msgspec.structs.replace(author(prompt, seed=seed).scene, style="flat", tones=[])


def drawn(svg: str) -> Pixels:
    """What another program makes of it, on white."""
    picture = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg))))
    return on_white(np.array(picture.convert("RGBA")))


def painted(scene: Scene) -> Pixels:
    *_, last = render(scene, SIZE)
    return on_white(last.look())


def distance(scene: Scene) -> float:
    """Mean difference of the two, in steps of 0..255."""
    svg = finish_svg(write_svg(scene, SIZE, "outlines"), SIZE, {}).decode()
    return float(np.abs(drawn(svg).astype(int) - painted(scene).astype(int)).mean())


@pytest.mark.parametrize("prompt", GRAPHIC)
def test_a_graphic_looks_like_its_pixels(prompt: str) -> None:
    assert distance(flat(prompt)) < 4


@pytest.mark.parametrize("prompt", SCENES)
def test_a_scene_looks_nearly_like_its_pixels(prompt: str) -> None:
    # Vectors have no modelling light on things, and softer shadows.
    assert distance(flat(prompt)) < 8


@pytest.mark.slow
@pytest.mark.parametrize("kind", graphics.names())
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_layout_can_be_vectors(kind: str, seed: int) -> None:
    scene = msgspec.structs.replace(flat("a fox and two apples 'AUTUMN'", seed), kind=kind)
    finish_svg(write_svg(scene, SIZE, "outlines"), SIZE, {})


@pytest.mark.slow
@pytest.mark.parametrize("place", backdrops.names())
def test_every_place_can_be_vectors(place: str) -> None:
    for time, weather in (
        ("day", "clear"),
        ("night", "rain"),
        ("dusk", "fog"),
        ("dawn", "snow"),
        ("day", "storm"),
    ):
        scene = msgspec.structs.replace(flat("a fox"), backdrop=place, time=time, weather=weather)
        finish_svg(write_svg(scene, SIZE, "outlines"), SIZE, {})


def order(prompt: str) -> Vector:
    request = ImageRequest(
        operation="generate", prompt=prompt, quality="high", size_rule=SizeRule(), seed=7, output_format="svg"
    )
    *_, last = Composer().draw(Task(request=request, size=SIZE))
    assert isinstance(last, Vector)
    return last


def test_a_painted_style_is_owned_up_to() -> None:
    assert "watercolor" in order("a fox, watercolor").notes.approximated
    assert order("a fox").notes.approximated == ()


def test_the_same_request_gives_the_same_drawing() -> None:
    assert order("a fox in a forest").svg == order("a fox in a forest").svg


def test_a_transparent_logo_has_no_ground() -> None:
    made = order("a logo for a coffee shop named Ember, transparent background")
    assert made.transparent
    picture = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=made.svg)))).convert("RGBA")
    assert picture.getpixel((2, 2))[3] == 0  # type: ignore[index]
