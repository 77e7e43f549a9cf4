"""PNG encoding at 3840x2160: ours against Pillow, as a table."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import numpy as np
import skia
from PIL import Image

from aquatint.imaging.png import encode_png
from aquatint.imaging.raster import Pixels

ROUNDS = 3


def flat_picture(width: int, height: int) -> Pixels:
    """Shapes in plain colours with smooth edges on a vertical gradient, as vector drawings are."""
    random = np.random.default_rng(1)
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    sky = skia.GradientShader.MakeLinear([(0, 0), (0, height)], [0xFF88BBEE, 0xFFEEDDCC])
    canvas.drawPaint(skia.Paint(Shader=sky))
    for shape in range(40):
        x, y, radius = (float(v) for v in random.uniform((0, 0, 0.015), (1, 1, 0.13)) * (width, height, width))
        paint = skia.Paint(AntiAlias=True, Color=0xFF000000 | int(random.integers(1 << 24)))
        if shape % 2:
            canvas.drawCircle(x, y, radius, paint)
        else:
            canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, radius * 1.5, radius), 30, 30, paint)
    pixels = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    return np.ascontiguousarray(pixels[..., :3])


def noisy_picture(width: int, height: int) -> Pixels:
    """Soft patches of colour under grain, as photographs are."""
    random = np.random.default_rng(2)
    patches = Image.fromarray(random.integers(0, 256, (34, 60, 3), dtype=np.uint8))
    soft = np.asarray(patches.resize((width, height), Image.Resampling.BICUBIC), np.float32)
    grain = random.normal(0, 3, soft.shape)
    return np.clip(soft + grain, 0, 255).astype(np.uint8)


def pillow_encoder(level: int) -> Callable[[Pixels], bytes]:
    """Pillow's PNG encoder at a zlib level."""

    def encode(pixels: Pixels) -> bytes:
        file = io.BytesIO()
        Image.fromarray(pixels).save(file, "PNG", compress_level=level)
        return file.getvalue()

    return encode


def measure(encode: Callable[[Pixels], bytes], pixels: Pixels) -> tuple[float, int]:
    """Shortest time in seconds of a few runs, and the size in bytes."""
    shortest, size = float("inf"), 0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        size = len(encode(pixels))
        shortest = min(shortest, time.perf_counter() - start)
    return shortest, size


def main() -> None:
    """Print the table."""
    width, height = 3840, 2160
    encoders = {"aquatint": encode_png, "Pillow level 1": pillow_encoder(1), "Pillow level 6": pillow_encoder(6)}
    print(f"PNG encoding, {width}x{height} RGB, shortest of {ROUNDS}")
    print(f"{'picture':8} {'encoder':16} {'ms':>8} {'MB':>8} {'time / ours':>12} {'size / ours':>12}")
    for name, picture in (("flat", flat_picture(width, height)), ("noisy", noisy_picture(width, height))):
        ours = measure(encode_png, picture)
        for encoder, encode in encoders.items():
            seconds, size = ours if encode is encode_png else measure(encode, picture)
            ratios = f"{seconds / ours[0]:12.1f} {size / ours[1]:12.2f}"
            print(f"{name:8} {encoder:16} {seconds * 1e3:8.0f} {size / 1e6:8.2f} {ratios}")


if __name__ == "__main__":
    main()
