"""Draw the gallery: a contact sheet for every sheet of prompts.toml. Run it with: make gallery

Names of sheets as arguments draw only those, and leave the list alone.
"""

from __future__ import annotations

import io
import sys
import tomllib
from pathlib import Path
from typing import Any

from PIL import Image
from tqdm import tqdm

from aquatint.engines.registry import create
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.deployments import Deployments
from aquatint.runtime.inline import run_inline
from aquatint.runtime.messages import Finished
from aquatint.sizes import parse_size
from aquatint.spool import Spool
from aquatint.types import ImageRequest, Rendered

HERE = Path(__file__).parent
CELL = 440
SEED = 7
"""Each picture of a sheet has this seed plus its number, and so a sky and a place of its own."""
ENGINE = create("composer")
COLUMNS = 6


def main() -> None:
    """Write the sheets, and a list of what was drawn and what was not."""
    ENGINE.open()
    sheets = tomllib.loads((HERE / "prompts.toml").read_text(encoding="utf-8"))["sheet"]
    wanted = sys.argv[1:]
    lines = ["# The gallery", "", "What is still weak is listed in [weak.md](weak.md).", ""]
    spool = Spool()
    try:
        for each in sheets:
            drawn = draw_sheet(each, spool) if not wanted or each["name"] in wanted else None
            if drawn is not None:
                lines += drawn
    finally:
        spool.close()
    if not wanted:
        (HERE / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def draw_sheet(each: dict[str, Any], spool: Spool) -> list[str]:
    """Draw one sheet into its file; gives its part of the list."""
    cells, lines = [], [f"## {each['title']}", "", f"![{each['title']}]({each['name']}.jpg)", ""]
    for number, picture in enumerate(tqdm(each["pictures"], desc=each["name"]), start=1):
        rendered = draw(picture, SEED + number, spool)
        assert rendered.notes is not None
        with Image.open(io.BytesIO(rendered.path.read_bytes())) as image:
            cells.append(fit(image.convert("RGB")))
        rendered.path.unlink()
        lines.append(f"{number}. {picture['prompt']}")
        if rendered.notes.approximated:
            lines.append(f"   - roughly drawn: {', '.join(rendered.notes.approximated)}")
        if rendered.notes.undrawn:
            lines.append(f"   - not drawn: {', '.join(rendered.notes.undrawn)}")
    sheet(cells).save(HERE / f"{each['name']}.jpg", quality=86)
    return [*lines, ""]


def draw(picture: dict[str, object], seed: int, spool: Spool) -> Rendered:
    """One picture, made as the command line makes it."""
    profile = Deployments.of(Catalog.load()).resolve("gpt-image-2").profile
    request = ImageRequest(
        operation="generate",
        prompt=str(picture["prompt"]),
        quality="high",
        size_rule=profile.size_rule,
        size=parse_size(str(picture.get("size", "1024x1024"))),
        seed=seed,
    )
    for update in run_inline(ENGINE, request, spool):
        if isinstance(update, Finished):
            return update.rendered
    raise RuntimeError("no picture came")


def fit(image: Image.Image) -> Image.Image:
    """The picture inside a square cell on a light ground."""
    image.thumbnail((CELL, CELL), Image.Resampling.LANCZOS)
    cell = Image.new("RGB", (CELL, CELL), (244, 242, 238))
    cell.paste(image, ((CELL - image.width) // 2, (CELL - image.height) // 2))
    return cell


def sheet(cells: list[Image.Image]) -> Image.Image:
    """All cells in rows of six."""
    rows = -(-len(cells) // COLUMNS)
    page = Image.new("RGB", (COLUMNS * CELL, rows * CELL), (244, 242, 238))
    for index, cell in enumerate(cells):
        page.paste(cell, (index % COLUMNS * CELL, index // COLUMNS * CELL))
    return page


if __name__ == "__main__":
    main()
