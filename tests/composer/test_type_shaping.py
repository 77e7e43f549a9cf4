"""Faces and shaping: roles, kerning, fallbacks, what is missing."""

import unicodedata

import numpy as np
import pytest

from aquatint.engines.composer.type import (
    UnknownFace,
    face,
    face_names,
    load_face,
    missing,
    mood_of,
    moods,
    shape,
)
from aquatint.engines.composer.type.fonts import Role

ROLES: tuple[Role, ...] = ("display", "title", "text", "strong")


@pytest.mark.parametrize("mood", moods())
@pytest.mark.parametrize("role", ROLES)
def test_every_mood_has_a_face_for_every_role(mood: str, role: Role) -> None:
    found = face(role, mood)
    assert found.name in face_names()
    assert 0.4 < found.cap_height < 1.01
    assert found.ascent >= found.cap_height * 0.95
    assert 0 <= found.descent < 1
    assert missing("Hamburg & Łódź: “1,234.50” — ñÉöß?!", found) == ""


def test_words_lead_to_moods() -> None:
    assert mood_of("Art Deco") == "deco"
    assert mood_of("comic") == "comic"
    assert mood_of("unheard of") is None
    assert mood_of("") is None
    assert face("display", "art deco") is face("display", "deco")
    assert face("display", "unheard of") is face("display")


def test_unknown_face_is_named() -> None:
    with pytest.raises(UnknownFace, match="no face named 'wingdings'"):
        load_face("wingdings")


def test_faces_are_loaded_once() -> None:
    assert load_face("inter-400") is load_face("inter-400")


@pytest.mark.parametrize("name", ["playfair-display-400", "montserrat-400", "inter-700", "oswald-600"])
def test_pairs_are_kerned(name: str) -> None:
    font = load_face(name)
    apart = shape("A", font).advance + shape("V", font).advance
    assert shape("AV", font).advance < apart - 0.01


def test_ligatures_close_and_tracking_opens_them() -> None:
    font = load_face("playfair-display-400")
    letters = shape("f", font).advance + shape("i", font).advance
    assert shape("fi", font).advance != pytest.approx(letters, abs=1e-3)
    assert shape("fi", font, 1e-6).advance == pytest.approx(letters, abs=2e-2)


def test_tracking_stands_between_characters_only() -> None:
    font = load_face("bebas-neue-400")
    assert shape("JAZZ", font, 0.2).advance == pytest.approx(shape("JAZZ", font, 1e-9).advance + 3 * 0.2, abs=1e-4)


def test_composed_and_decomposed_letters_look_the_same() -> None:
    font = load_face("cormorant-garamond-500")
    text = "Żółć, déjà vu"
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    assert shape(decomposed, font).path == shape(text, font).path


def test_fallbacks_lend_what_a_face_lacks() -> None:
    font = load_face("limelight-400")
    assert ord("Ж") not in font.covered
    assert missing("Ж", font) == ""
    line = shape("Jazz Ж", font)
    assert line.text == "Jazz Ж"
    assert line.advance > shape("Jazz ", font).advance + 0.3


def test_missing_characters_are_told_once_and_left_out() -> None:
    font = load_face("inter-400")
    assert missing("ᚠᚢ is ᚠ 🎉\u200d fine", font) == "ᚠᚢ🎉"
    assert shape("ᚠaᚢ", font).advance == pytest.approx(shape("a", font).advance)
    assert shape("ᚠaᚢ", font).text == "a"


def test_ink_is_where_the_outlines_are() -> None:
    line = shape("Hxg", load_face("inter-400"))
    font = load_face("inter-400")
    assert line.ink.top == pytest.approx(-font.cap_height, abs=0.02)
    assert 0.1 < line.ink.bottom < 0.3
    assert 0 <= line.ink.left < line.ink.right <= line.advance


def test_empty_text_takes_no_room() -> None:
    line = shape("", load_face("inter-400"))
    assert (line.advance, line.width) == (0, 0)
    assert line.path.isEmpty()


def test_line_breaks_count_as_spaces() -> None:
    font = load_face("inter-400")
    assert shape("one\ntwo", font).advance == pytest.approx(shape("one two", font).advance)


def test_numerals_and_punctuation_have_shapes() -> None:
    font = load_face("press-start-2p-400")
    widths = np.array([shape(c, font).ink.right - shape(c, font).ink.left for c in "0123456789.,:;!?“”‘’—–"])
    assert (widths > 0.05).all()
