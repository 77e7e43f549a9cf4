"""Other languages: every word leads to an English entry, and no English prompt is taken for one of them."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.lexicon.languages.detect import find_language
from aquatint.engines.composer.lexicon.languages.language import codes, language, normal, plural_of
from aquatint.engines.composer.lexicon.vocabulary import entry_key, vocabulary


def test_there_are_the_most_spoken_languages() -> None:
    assert {"ar", "bn", "de", "es", "fr", "hi", "id", "it", "ja", "pt", "ru", "ur", "zh"} <= set(codes())


@pytest.mark.parametrize("code", codes())
def test_words_lead_to_the_vocabulary(code: str) -> None:
    meanings = set(language(code).entries.values()) - {""}
    assert [english for english in sorted(meanings) if entry_key(english) not in vocabulary()] == []
    assert len(meanings) >= 120


@pytest.mark.parametrize("code", codes())
def test_every_language_has_the_commonest_things_and_colours(code: str) -> None:
    meanings = set(language(code).entries.values())
    wanted = {
        "fox",
        "cat",
        "dog",
        "tree",
        "house",
        "apple",
        "car",
        "sun",
        "red",
        "blue",
        "black",
        "and",
        "in",
        "on",
        "rug",
        "stone bridge",
        "witch",
        "castle",
        "crown",
    }
    assert wanted - meanings == set()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("un zorro rojo en la nieve", "es"), ("une maison rouge", "fr"), ("ein roter Fuchs", "de"),
        ("uma raposa na neve", "pt"), ("una volpe rossa nella neve", "it"), ("rubah merah di salju", "id"),
        ("красная лиса", "ru"), ("红色的狐狸", "zh"), ("赤い狐", "ja"), ("लाल लोमड़ी", "hi"), ("ثعلب أحمر", "ar"),
        ("لال لومڑی", "ur"), ("লাল শিয়াল", "bn"), ("Katze", "de"),
    ],
)  # fmt: skip
def test_languages_are_told_apart(words: str, code: str) -> None:
    found = find_language(words.split())
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "words",
    [
        "a red fox in the snow", "status 404", "GRAND OPENING", "a piñata and a café",
        "a poster that says 你好 twice",
        "cyberpunk geisha, neon dystopia", "zorblax", "", "an old fox die hard", "la la land",
    ],
)  # fmt: skip
def test_english_stays_english(words: str) -> None:
    assert find_language(words.split()) is None


@pytest.mark.parametrize(
    ("code", "word", "english"),
    [
        ("es", "zorros", "foxes"), ("es", "casitas", None), ("de", "rotem", "red"), ("de", "grünes", "green"),
        ("de", "Füchse", "foxes"), ("ru", "лисой", "fox"), ("ru", "красную", "red"), ("ru", "столе", "table"),
        ("hi", "काली", "black"), ("fr", "l'éléphant", "elephant"), ("ar", "والقطة", "cat"),
    ],
)  # fmt: skip
def test_inflected_words_are_found(code: str, word: str, english: str | None) -> None:
    match = language(code).find([normal(word)])
    assert (match.english[-1] if match else None) == english


def test_plurals_are_those_of_the_noun() -> None:
    assert plural_of("mouse") == "mice"
    assert plural_of("red") == "red"
