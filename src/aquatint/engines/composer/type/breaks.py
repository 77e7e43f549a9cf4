"""Where lines may break: at spaces, after hyphens, and between characters of scripts that write without spaces."""

from __future__ import annotations

import re
import unicodedata

WIDE = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f"
)
"""Kana and Chinese characters: a line may break before and after each."""
OPENING = "「『（［｛〈《【〔“‘([{¥$£€#"
"""What may not end a line."""
CLOSING = (
    "」』）］｝〉》】〕”’)]}、。，．・：；！？!?,.:;…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ〜～％%"
)
"""What may not begin a line: closing marks, small kana, the long vowel (kinsoku)."""
_WIDE_MARKS = "\u3001-\u3003\u3008-\u301f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"

BREAKABLE = re.compile(
    r"[^\S\u00a0]+|(?<=\w[-–—/])(?=\w)"
    f"|(?<=[{WIDE}{_WIDE_MARKS}])(?<![{re.escape(OPENING)}])(?=[^\\s{re.escape(CLOSING)}])"
    f"|(?<=[^\\s{re.escape(OPENING)}])(?=[{WIDE}])(?![{re.escape(CLOSING)}])"
)
"""Every place where a line may break; what it matches is dropped there."""

_BEFORE_LETTER = frozenset("เแโใไ\u200c\u200d\u094d\u09cd")
"""Thai vowels that stand before their letter, joiners, and the signs that bind two letters."""


def splits(text: str, at: int) -> bool:
    """Whether a word may be cut before character ``at``, if it must: never inside a letter and its marks."""
    return (
        unicodedata.category(text[at])[0] != "M"
        and text[at] not in "\u200c\u200d"
        and text[at - 1] not in _BEFORE_LETTER
    )
