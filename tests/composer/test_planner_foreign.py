"""Prompts in other languages become the scenes of their English twins, and are reported in their own words."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import author

Thing = tuple[int, str, str, str, str]


def things(prompt: str) -> list[Thing]:
    scene = author(prompt, seed=1).scene
    return sorted((item.count, item.noun, item.colour, item.relation, item.target) for item in scene.items)


@pytest.mark.parametrize(
    ("prompt", "english"),
    [
        ("un zorro rojo en la nieve", "a red fox in the snow"),
        ("ein roter Fuchs im Schnee", "a red fox in the snow"),
        ("雪の中の赤い狐", "a red fox in the snow"),
        ("雪地里的红色狐狸", "a red fox in the snow"),
        ("बर्फ में लाल लोमड़ी", "a red fox in the snow"),
        ("ثعلب أحمر في الثلج", "a red fox in the snow"),
        ("красная лиса в снегу", "a red fox in the snow"),
        ("seekor rubah merah di salju", "a red fox in the snow"),
        ("un gato negro y un perro blanco", "a black cat and a white dog"),
        ("tres gatos blancos y negros", "three white and black cats"),
        ("kucing hitam di atas kursi biru", "a black cat on a blue chair"),
        ("قطة سوداء تحت شجرة كبيرة", "a black cat under a big tree"),
        ("一只戴着帽子的狗", "a dog wearing a hat"),
        ("帽子をかぶった猫", "a cat wearing a hat"),
        ("drei grüne Äpfel in einer Schale", "three green apples in a bowl"),
        ("zwei rote Autos", "two red cars"),
        ("пять цыплят и синяя миска", "five chicks and a blue bowl"),
        ("戴帽子的猫坐在沙发上", "a cat wearing a hat sitting on a sofa"),
        ("dos tazones y una botella", "two bowls and a bottle"),
        ("un bateau à voile jaune", "a yellow sailboat"),
    ],
)
def test_a_prompt_is_its_english_twin(prompt: str, english: str) -> None:
    assert things(prompt) == things(english)


@pytest.mark.parametrize(
    ("prompt", "backdrop", "time", "style"),
    [
        ("маленький дом у моря на закате, акварель", "sea", "dusk", "watercolor"),
        ("acuarela de un barco en el mar de noche", "sea", "night", "watercolor"),
        ("夜の街の赤い車", "city", "night", "storybook"),
    ],
)
def test_settings_are_read(prompt: str, backdrop: str, time: str, style: str) -> None:
    scene = author(prompt, seed=1).scene
    assert (scene.backdrop, scene.time, scene.style) == (backdrop, time, style)


def test_the_reading_speaks_the_language_of_the_prompt() -> None:
    reading = author("ein roter Fuchs, ein Zauberwürfel und ein blauer Ball", seed=1).reading
    assert "roter fuchs" in reading.drawn
    assert "zauberwürfel" in reading.undrawn


def test_quoted_text_stays_as_it_is() -> None:
    scene = author('un póster con un león y el texto "HOLA MUNDO"', seed=1).scene
    assert scene.kind == "poster"
    assert [text.content for text in scene.texts] == ["HOLA MUNDO"]
