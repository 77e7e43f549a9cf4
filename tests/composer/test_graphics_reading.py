"""What is set is read back by a machine that knows nothing of the prompt."""

from __future__ import annotations

import re
import unicodedata
import warnings
from typing import Any

import numpy as np
import pytest
from PIL import Image

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.sizes import Size

PROMPTS = [
    'Art deco poster for a jazz night with the title "MIDNIGHT JAZZ" and "Saturday 9 PM"',
    'Swiss poster for a design conference with the title "Form and Function" and subtitle "Zurich 2026"',
    'National park poster of a mountain lake, title "GLACIER VALLEY"',
    'Mid-century poster of an atomic cat with the text "Cool Cats Only"',
    'Retro sunburst poster of a burger, "BIG TASTY BURGER" and "Open till late"',
    'Minimal poster with a lemon, "Fresh Every Morning"',
    'Risograph poster of a bicycle, "Ride Together" and "Sunday at noon"',
    'Neon synthwave poster for a DJ, "NEON NIGHTS" and "Doors open at ten"',
    'Constructivist poster with a worker "Build the Future"',
    'Psychedelic poster "Peace and Love"',
    'Ukiyo-e poster of a whale, "The Great Deep" "Autumn 2026"',
    'Typographic poster "Less but better"',
    'Movie poster of an astronaut on mars, title "RED HORIZON" and "This winter"',
    'Summer sale poster "SUMMER SALE" "Up to 50% off"',
    'Watercolor poster of a fox, "Hollow Moon" "Live on June 3"',
    'Stained glass poster of a fox, "Hollow Moon" "Live on June 3"',
    'Mosaic poster of a fox, "Hollow Moon" "Live on June 3"',
    'A flyer for a yard sale "Huge Yard Sale" "Saturday 8 to 2"',
    'Book cover of a lighthouse at night, title "The Last Keeper" and "A Novel" and "Anna Holm"',
    'Album cover, a fox in a forest, title "Hollow Moon"',
    'Magazine cover with a woman chef, title "KITCHEN" and "The bread issue"',
    'Halloween card "Trick or Treat"',
    'Christmas card "Merry and Bright"',
    'Wedding invitation "Emma and Liam" "June 14 2026"',
    'Valentine card "You make my heart sing"',
    'New year card "Happy New Year"',
    'Get well card "Feel better soon"',
    'Logo for a coffee shop named "Ember Roasters"',
    'Monogram logo for "Alder Stone"',
    'Badge logo for a brewery "Iron Hound Brewing"',
    'Crest for a football club "North Harbor"',
    'Stamp logo for a bakery "Crust and Crumb"',
    'Banner for a summer sale "SUMMER SALE" "Up to half off"',
    'Postcard from the beach "Wish you were here"',
    'Sticker of a cat "Good Vibes"',
    'T-shirt design of a skull "Ride or Die"',
    'Jam label with strawberries "Summer Jam" "Net weight 340 grams"',
    'Tarot card "The Hermit" with an old wizard at night',
    'Comic strip of a cat and a dog in a park, "That is my bone!" "Not anymore." "Give it back!"',
    'Treasure map with "Skull Cave", "Monkey Hill" and "Old Fort"',
]
RECALL = 0.98
SIDES = (1024, 512)
"""Very large letters are found in the smaller picture, small ones in the larger."""


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", text.lower()))


@pytest.fixture(scope="module")
def reader() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rapidocr = pytest.importorskip("rapidocr")
        return rapidocr.RapidOCR()


def _read(reader: Any, pixels: Any) -> str:
    found = []
    for side in SIDES:
        small = Image.fromarray(np.ascontiguousarray(pixels[..., :3])).resize(
            (side, side), Image.Resampling.LANCZOS
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found += list(reader(np.asarray(small)[..., ::-1]).txts or ())
    return _plain(" ".join(found))


@pytest.mark.slow
def test_words_are_read_back(reader: Any) -> None:
    wanted, lost = 0, []
    for prompt in PROMPTS:
        scene = author(prompt, seed=1).scene
        *_, last = render(scene, Size(1024, 1024))
        seen = _read(reader, last.look())
        for word in (word for text in scene.texts for word in text.content.split()):
            wanted += 1
            if _plain(word) not in seen:
                lost.append((prompt, word))
    assert wanted > 100
    assert 1 - len(lost) / wanted >= RECALL, lost
