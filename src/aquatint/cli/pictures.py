"""What ``draw`` and ``edit`` share: options, making pictures in this process, telling what came of it."""

from __future__ import annotations

import argparse
import re
import secrets
import shlex
import shutil
import time
from pathlib import Path
from typing import get_args

from aquatint.cli.console import Bar, Failure, say
from aquatint.engines.contract import Engine
from aquatint.engines.registry import create
from aquatint.errors import PublicError
from aquatint.foundry.catalog import Catalog, Profile
from aquatint.foundry.deployments import Deployments
from aquatint.pack import PackMissing
from aquatint.runtime.inline import run_inline
from aquatint.runtime.messages import Finished, Progressed
from aquatint.sizes import IllegalSize, Size, SizeRule, parse_size
from aquatint.spool import Spool
from aquatint.types import (
    PROMPT_LIMIT,
    SEED_LIMIT,
    Animation,
    Background,
    ImageOrder,
    ImageRequest,
    OutputFormat,
    Rendered,
    SvgText,
)

PROFILE = "gpt-image-2"
NEWER_PROFILE = "gpt-image-2.5-flare"
"""The profile that GIF and SVG belong to; sizes and prices of still pictures are the same."""
SUFFIXES: dict[str, OutputFormat] = {
    ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".gif": "gif", ".svg": "svg",
}  # fmt: skip
ENGINE = "composer"


def check_words(words: str, what: str) -> str:
    """The words of a ``what`` ("prompt", "instruction"). Raises Failure where they are too long or no text."""
    if len(words) > PROMPT_LIMIT:
        raise Failure(f"The {what} has {len(words):,} characters; at most {PROMPT_LIMIT:,} are read. Shorten it.")
    if not words.isprintable() and any("\ud800" <= character <= "\udfff" for character in words):
        raise Failure(
            f"The {what} holds bytes that are not UTF-8 text. Check the terminal's encoding (echo $LANG)."
        )
    return words


def default_profile() -> Profile:
    """The profile whose sizes and qualities the command line offers."""
    return Deployments.of(Catalog.load()).resolve(PROFILE).profile


def add_picture_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that any picture takes."""
    profile = default_profile()
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="where to write: a file or a folder; default: named after the words",
    )
    parser.add_argument("--size", default="auto", help="WIDTHxHEIGHT, multiples of 16 up to 3840x2160, or auto")
    parser.add_argument("--quality", default="auto", choices=["auto", *profile.qualities])
    parser.add_argument("--format", choices=get_args(OutputFormat), help="default: the output file's, else png")
    parser.add_argument("--background", default="auto", choices=get_args(Background))
    parser.add_argument("--seed", type=int, help="0..4294967295; the same seed draws the same picture")
    parser.add_argument("-n", type=int, default=1, help="how many pictures, 1..10")
    parser.add_argument("--frames", type=int, help="of a GIF: how many frames, 2..16; default: 9")
    parser.add_argument("--frame-ms", type=int, help="of a GIF: milliseconds of each frame; default: 200")
    parser.add_argument(
        "--svg-text", choices=get_args(SvgText), help="of an SVG: what words are; default: outlines"
    )


def build_order(options: argparse.Namespace, **inputs: object) -> ImageOrder:
    """The order that the options describe. Raises `Failure` for values that cannot be."""
    profile = default_profile()
    if not 1 <= options.n <= 10:
        raise Failure(f"-n must be 1..10, but is {options.n}.")
    output_format = _format(options)
    animation = _animation(options, output_format)
    size_rule = profile.size_rule.for_frames(animation.frame_count) if animation else profile.size_rule
    if options.svg_text is not None and output_format != "svg":
        raise Failure("--svg-text is only for SVG. Add -o FILE.svg or --format svg.")
    seed = secrets.randbelow(SEED_LIMIT) if options.seed is None else options.seed
    if not 0 <= seed < SEED_LIMIT:
        raise Failure(f"--seed must be 0..{SEED_LIMIT - 1}, but is {seed}.")
    request = ImageRequest(
        prompt=options.prompt,
        quality=profile.auto_quality if options.quality == "auto" else options.quality,
        size_rule=size_rule,
        seed=seed,
        size=_size(options.size, size_rule),
        background=options.background,
        output_format=output_format,
        animation=animation,
        svg_text=options.svg_text or "outlines",
        **inputs,  # type: ignore[arg-type]
    )
    model = NEWER_PROFILE if output_format in ("gif", "svg") else PROFILE
    return ImageOrder(request=request, model=model, n=options.n)


def _animation(options: argparse.Namespace, output_format: OutputFormat) -> Animation | None:
    if output_format != "gif":
        if options.frames is not None or options.frame_ms is not None:
            raise Failure("--frames and --frame-ms are only for GIF. Add -o FILE.gif or --format gif.")
        return None
    count = 9 if options.frames is None else options.frames
    milliseconds = 200 if options.frame_ms is None else options.frame_ms
    if not 2 <= count <= 16:
        raise Failure(f"--frames must be 2..16, but is {count}.")
    if not 10 <= milliseconds <= 655_350:
        raise Failure(f"--frame-ms must be 10..655350, but is {milliseconds}.")
    return Animation(frame_count=count, frame_ms=round(milliseconds / 10) * 10)


def _size(text: str, rule: SizeRule) -> Size | None:
    if text == "auto":
        return None
    try:
        size = parse_size(text)
        rule.check(size)
    except IllegalSize as error:
        raise Failure(str(error)) from None
    return size


def _format(options: argparse.Namespace) -> OutputFormat:
    chosen: OutputFormat | None = options.format
    if options.output is not None and chosen is None and not options.output.is_dir():
        chosen = SUFFIXES.get(options.output.suffix.lower())
        if chosen is None:
            raise Failure(
                f"Cannot tell the format from {options.output.name}. Use {', '.join(SUFFIXES)}, or --format."
            )
    if chosen == "jpeg" and options.background == "transparent":
        raise Failure("JPEG has no transparency. Use --format png or webp.")
    return chosen or "png"


def make_pictures(order: ImageOrder, output: Path | None) -> None:
    """Draw all pictures of the order into files and say what came of each. ``output`` is a file or a folder."""
    if output is not None and not output.is_dir() and not output.parent.is_dir():
        raise Failure(
            f"There is no folder {output.parent}. Make it first: mkdir -p {shlex.quote(str(output.parent))}"
        )
    engine = _open_engine()
    spool = Spool()
    try:
        for number, request in enumerate(order.requests(), start=1):
            started = time.perf_counter()
            rendered = _make_one(engine, request, spool)
            path = _free_path(request, output, number if order.n > 1 else None)
            try:
                shutil.move(rendered.path, path)
            except OSError as error:
                raise Failure(
                    f"Cannot write {path}: {error.strerror}. Choose another place with -o FILE."
                ) from None
            path.chmod(0o644)
            _report(path, rendered, time.perf_counter() - started)
    finally:
        spool.close()


def _open_engine() -> Engine:
    engine = create(ENGINE)
    try:
        engine.open()
    except PackMissing as error:
        raise Failure(str(error)) from None
    return engine


def _make_one(engine: Engine, request: ImageRequest, spool: Spool) -> Rendered:
    try:
        with Bar("drawing") as bar:
            for update in run_inline(engine, request, spool):
                if isinstance(update, Progressed):
                    bar.show(update.step, update.steps, update.doing)
                elif isinstance(update, Finished):
                    return update.rendered
    except PublicError as error:
        raise Failure(error.message) from None
    raise Failure("The engine ended without a picture. Please report this.")


def _free_path(request: ImageRequest, output: Path | None, number: int | None) -> Path:
    """The path asked for; else one named after the prompt, in the folder asked for, that does not exist yet."""
    suffix = "." + {"jpeg": "jpg"}.get(request.output_format, request.output_format)
    folder = output if output is not None and output.is_dir() else None
    if output is not None and folder is None:
        return output if number is None else output.with_stem(f"{output.stem}-{number}")
    words = re.findall(r"\w+", request.prompt.lower())
    stem = "-".join(words)[:60].strip("-") or "picture"
    folder = folder or Path()
    candidate = folder / (stem + suffix)
    count = 2
    while candidate.exists():
        candidate = folder / f"{stem}-{count}{suffix}"
        count += 1
    return candidate


def _report(path: Path, rendered: Rendered, seconds: float) -> None:
    notes = rendered.notes
    assert notes is not None
    say(str(path))
    for title, words in (
        ("drawn", notes.drawn),
        ("roughly drawn", notes.approximated),
        ("not drawn", notes.undrawn),
    ):
        if words:
            say(f"  {title + ':':15}{', '.join(words)}")
    say(f"  {'size:':15}{rendered.size}, {rendered.byte_count / 1024:,.0f} KiB")
    say(f"  {'seed:':15}{notes.seed} (draw it again: --seed {notes.seed})")
    say(f"  {'time:':15}{seconds:.2f} s")
