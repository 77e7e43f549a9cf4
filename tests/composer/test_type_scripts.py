"""Scripts of the world: faces that lend, both directions, where lines break."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.type import bidi, face, glyphs, load_face, missing, moods, shape, wrap
from aquatint.engines.composer.type.breaks import CLOSING, OPENING

GREETINGS = {
    "مرحبا": "noto-sans-arabic",
    "שלום": "noto-sans-hebrew",
    "नमस्ते": "noto-sans-devanagari",
    "স্বাগতম": "noto-sans-bengali",
    "வணக்கம்": "noto-sans-tamil",
    "สวัสดี": "noto-sans-thai",
    "こんにちは世界": "noto-sans-jp",
    "안녕하세요": "noto-sans-kr",
    "你好世界": "noto-sans-sc",
}


@pytest.mark.parametrize(("text", "family"), GREETINGS.items())
def test_greetings_are_set_in_a_face_of_their_script(text: str, family: str) -> None:
    placed = glyphs(text, face("text"))
    assert missing(text, face("text")) == ""
    assert {name.rpartition("-")[0] for name, _ in placed} == {family}
    assert all(number != 0 for _, number in placed)
    line = shape(text, face("text"))
    assert line.text == text
    assert line.ink.right - line.ink.left > 0.8


@pytest.mark.parametrize("mood", moods())
def test_display_faces_borrow_the_heavy_weight_of_other_scripts(mood: str) -> None:
    display = face("display", mood)
    names = {name for name, _ in glyphs("你好", display)}
    assert {"-700/" in name for name in names} == {display.stout}


def test_arabic_letters_join_and_run_to_the_left() -> None:
    font = load_face("noto-sans-arabic-400")
    alone = [glyphs(letter, font)[0][1] for letter in "مرحبا"]
    word = [number for _, number in glyphs("مرحبا", font)]
    assert word[0] == 9  # the alef of the end stands at the left
    assert word != alone[::-1]


def test_devanagari_marks_form_one_syllable_with_their_letters() -> None:
    assert len(glyphs("नमस्ते", face("text"))) < len("नमस्ते")


def test_tracking_leaves_joined_scripts_alone() -> None:
    assert shape("مرحبا", face("text"), 0.3).advance == pytest.approx(shape("مرحبا", face("text")).advance - 0.3)
    assert shape("שלום", face("text"), 0.3).advance > shape("שלום", face("text")).advance + 0.5


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("abc אבג", "abc גבא"),
        ("אבג abc", "abc גבא"),
        ("אבג 12", "12 גבא"),
        ("אבג abc דה", "הד abc גבא"),
        ("abc אבג 12 דה", "abc הד 12 גבא"),
        ("אבג, abc!", "!abc ,גבא"),
        ("(אבג)", ")גבא("),
        ("100% אבג", "גבא 100%"),
    ],
)
def test_runs_are_seen_in_the_order_of_the_standard(text: str, seen: str) -> None:
    levels = bidi.levels(text)
    ordered = bidi.in_visual_order(list(zip(levels, text, strict=True)))
    assert "".join(character for _, character in ordered) == seen


def test_a_line_of_a_leftward_paragraph_stays_leftward() -> None:
    font = face("text")
    lines = wrap("مرحبا بكم في Aquatint Studio للتصميم", font, 40, 260)
    assert all(bidi.is_right_to_left(line) for line in lines)
    assert "".join(" ".join(lines).split("\u200f")) == "مرحبا بكم في Aquatint Studio للتصميم"


def test_lines_of_japanese_break_between_characters_and_obey_kinsoku() -> None:
    text = (
        "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。「何でも薄暗い」ニャーニャー泣いていた"
    )
    for width in range(130, 420, 30):
        lines = wrap(text, face("text"), 40, width)
        assert "".join(lines) == text
        assert len(lines) > 2
        for line in lines:
            assert shape(line, face("text")).width * 40 <= width
            assert line[0] not in CLOSING
            assert line[-1] not in OPENING


def test_korean_breaks_at_spaces_where_it_can() -> None:
    text = "안녕하세요 여러분 반갑습니다"
    assert " ".join(wrap(text, face("text"), 40, 260)) == text


def test_thai_is_never_cut_inside_a_letter_and_its_marks() -> None:
    lines = wrap("สวัสดีครับยินดีต้อนรับสู่ประเทศไทย", face("text"), 40, 150)
    assert len(lines) > 2
    assert "".join(lines) == "สวัสดีครับยินดีต้อนรับสู่ประเทศไทย"
    assert all(line[0] not in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e48\u0e49" for line in lines)


def test_latin_breaks_as_before() -> None:
    assert wrap("one two/three four-five", face("text"), 40, 130) == ["one", "two/", "three", "four-", "five"]
