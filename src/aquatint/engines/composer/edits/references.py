"""Further input pictures: how instructions name them, and how they become things of a scene or its palette."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from PIL import Image

from aquatint.engines.composer.art import pictured
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.edits.foreign.canvas import Canvas
from aquatint.engines.composer.edits.foreign.ground import clear_ground, plain_ground
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.scene import Inset, Item, Scene
from aquatint.imaging.alpha import with_alpha
from aquatint.imaging.raster import Pixels, Raster
from aquatint.imaging.resize import resize
from aquatint.sizes import Size

NOUN = "picture"
"""The noun of items that are callers' pictures; the lexicon has none of that name."""
COLOURS = 5
"""Colours that are taken from a picture as a palette."""
WORKING = 1024
"""Pixels along the longer side while a ground is looked for."""
CLEAR = 0.01
"""Least share of clear pixels of a cut-out."""
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
)  # fmt: skip
_PICTURE = r"(?:image|picture|photo|photograph|pic|reference|input|file)"
_NUMBERED = re.compile(rf"\b(?:the )?{_PICTURE} ?(?:no\.? ?|number |#)?(\d{{1,2}})\b", re.IGNORECASE)
_ORDINAL = re.compile(
    rf"\b(?:the )?({'|'.join(_ORDINALS)}) (?:input |reference |uploaded |attached )?{_PICTURE}\b", re.IGNORECASE
)
_OTHER = re.compile(rf"\b(?:the|this|my) (?:other|attached|uploaded|reference) {_PICTURE}\b", re.IGNORECASE)
_CONTENT = re.compile(
    r"\b(?:the|a|an|my|this|that) (?!(?:same )?(?:colou?r|palette|style|tone))[\w-]+(?: [\w-]+)?"
    r" (?:from|in|of|on|shown in) (image \d{1,2})\b",
    re.IGNORECASE,
)
_LEADS = r"(?:on|in|at|under|by|near|beside|inside|onto|into)"
_COUNTS = r"(?:two|three|four|five|six|seven|eight|\d+) "
_MANY = re.compile(
    rf"\b(?:(?:these|those|both|all the|all these|the other|the) (?:{_COUNTS})?(?:other |attached |uploaded )?"
    r"(?:images|pictures|photos|objects|items|things|products|logos|drawings|stickers|cut-?outs|references))\b"
    rf"|\b(?:both of (?:these|them)|all of these|these(?: {_COUNTS.strip()})?|those(?: {_COUNTS.strip()})?)\b"
    rf"(?! (?!{_LEADS}\b)\w+)",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    r"\b(?:this|the|my|that|our) (?:logo|product|object|item|sticker|drawing|cut-?out|badge|artwork|sketch)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"\b(?:this|my|our) [\w-]+(?: [\w-]+)?(?= {_LEADS}\b| (?:and|with) (?:this|my|our) |, (?:this|my|our) )",
    re.IGNORECASE,
)
_THIS = re.compile(rf"\b(?:this|my) {_PICTURE}\b", re.IGNORECASE)
_STYLE = re.compile(
    r"\b(?:make it |draw it |redraw it |paint it |render it |turn it into |use |apply |match |copy |take )?"
    r"(?:look |drawn |painted )?(?:in |with |to )?(?:the |an? )?(?:same |drawing |painting |art |visual )?"
    r"(?:style|look|manner|technique|mood|lighting|brushwork) (?:of|from|as|in) image \d{1,2}\b"
    r"|\b(?:make it |look |drawn |painted |styled )+like image \d{1,2}\b",
    re.IGNORECASE,
)
_PALETTE = re.compile(
    r"\b(?:use|take|apply|with|in|recolou?r (?:it|everything) (?:with|in)|match)?\s*(?:the )?(?:same )?"
    r"(?:colou?rs?|palette|colou?r palette|colou?r scheme)(?: palette| scheme)?"
    r" (?:of|from|in|as) image (\d{1,2})\b",
    re.IGNORECASE,
)


def named(instruction: str, numbers: Sequence[int], *, alone: bool = False) -> str:
    """The instruction with all that means one of the pictures ``numbers`` written as "image 2".

    ``alone``: there is no composed picture that "this picture" could mean.
    """
    rest = [number for number in numbers if f"image {number}" not in instruction.lower()]
    several = " and ".join(f"image {number}" for number in numbers)
    text = _NUMBERED.sub(r"image \1", instruction)
    text = _ORDINAL.sub(lambda match: f"image {_ORDINALS.index(match[1].lower()) + 1}", text)
    text = _OTHER.sub(f"image {rest[0] if rest else numbers[0]}", text)
    text = _CONTENT.sub(r"\1", text)
    if len(numbers) > 1 or alone:
        text = _MANY.sub(several, text)
    elif _MANY.search(text):
        text = _MANY.sub(f"image {numbers[0]}", text)
    left = [number for number in numbers if f"image {number}" not in text]
    if left:
        text = _SINGLE.sub(f"image {left[0]}", text, count=1)
    if alone and left:
        text = _THIS.sub(f"image {left[0]}", text, count=1)
        for number in left:
            text = _OWN.sub(f"image {number}", text, count=1)
    return text


def names_said(instruction: str) -> dict[int, str]:
    """What the words call the pictures of which they name a content: "the bear from image 2"."""
    text = _ORDINAL.sub(
        lambda match: f"image {_ORDINALS.index(match[1].lower()) + 1}", _NUMBERED.sub(r"image \1", instruction)
    )
    found: dict[int, str] = {}
    for match in _CONTENT.finditer(text):
        word = re.split(r" (?:from|in|of|on|shown in) image", match[0])[0].split()[-1]
        found[int(match[1].split()[-1])] = word.casefold()
    return found


def style_asked(instruction: str) -> tuple[str, str]:
    """The words that ask for the style of a picture, which is not taken, and the rest; ("", ...) for none."""
    match = _STYLE.search(instruction)
    if match is None:
        return "", instruction
    return match[0].strip(), instruction[: match.start()] + " " * len(match[0]) + instruction[match.end() :]


def palette_asked(instruction: str) -> tuple[int, str]:
    """Which picture's colours the (rewritten) instruction asks for, and the rest of it; 0 for none."""
    match = _PALETTE.search(instruction)
    if match is None:
        return 0, instruction
    return int(match[1]), instruction[: match.start()] + " " * len(match[0]) + instruction[match.end() :]


def palette_of(pixels: Pixels) -> list[str]:
    """The colours "#rrggbb" that a picture has most of, from dark to light; clear pixels do not count."""
    small = resize(pixels, _fitted(pixels, 96))
    colours = small.reshape(-1, small.shape[2])
    if small.shape[2] == 4:
        colours = colours[colours[:, 3] > 128]
    if not len(colours):
        return []
    strip = Image.fromarray(np.ascontiguousarray(colours[np.newaxis, :, :3]))
    quantised = strip.quantize(COLOURS, method=Image.Quantize.MEDIANCUT)
    used = np.unique(np.asarray(quantised))
    flat = quantised.getpalette() or []
    found = [tuple(flat[3 * index : 3 * index + 3]) for index in used]
    found.sort(key=lambda c: 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2])
    return ["#{:02x}{:02x}{:02x}".format(*colour) for colour in found]


def _fitted(pixels: Pixels, longest: int) -> Size:
    height, width = pixels.shape[:2]
    scale = min(1.0, longest / max(height, width))
    return Size(max(1, round(width * scale)), max(1, round(height * scale)))


def inset_of(raster: Raster, *, budget: int) -> Inset | None:
    """A picture as a plan keeps it: cut out where it has a clear or a plain ground, else framed."""
    pixels = resize(raster.pixels, _fitted(raster.pixels, WORKING))
    if pixels.shape[2] == 4 and (pixels[..., 3] < 128).mean() > CLEAR:
        return pictured.encode(pixels, framed=False, budget=budget)
    canvas = Canvas(with_alpha(pixels), np.ones(pixels.shape[:2], np.bool_), masked=False, chance=Chance(0))
    ground = plain_ground(canvas)
    if ground is not None and float((ground.distance > 0.1).mean()) > CLEAR:
        for _ in clear_ground(canvas, ground):
            pass
        return pictured.encode(canvas.pixels, framed=False, budget=budget)
    return pictured.encode(pixels[..., :3], framed=True, budget=budget)


def with_picture(scene: Scene, raster: Raster, number: int, share: int) -> tuple[Scene, Item] | None:
    """The scene that holds a picture, and a new item that shows it; None where no more go in.

    ``share`` is how many pictures are to find room in the plan.
    """
    held = sum(len(each.data) for each in scene.pictures)
    budget = min(pictured.TOTAL - held, pictured.TOTAL // max(1, share))
    inset = inset_of(raster, budget=budget)
    if inset is None or len(scene.pictures) >= 16:
        return None
    if all(each.id != inset.id for each in scene.pictures):
        scene = replaced(scene, pictures=[*scene.pictures, inset])
    pictured.shelve(scene.pictures)
    ids = {item.id for item in scene.items}
    fresh = next(name for n in range(1, 99) if (name := f"{NOUN}-{n}") not in ids)
    return scene, Item(id=fresh, noun=NOUN, word=f"image {number}", art=inset.id)
