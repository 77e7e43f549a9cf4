"""Draw the gallery: every prompt of prompts.toml, and one contact sheet of all. Run it with: make gallery"""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

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
CELL = 480
ENGINE = create("composer")
COLUMNS = 6


def main() -> None:
    """Write the sheet, and a list of what was drawn and what was not."""
    ENGINE.open()
    pictures = tomllib.loads((HERE / "prompts.toml").read_text())["picture"]
    spool = Spool()
    cells, lines = [], ["# The gallery", "", "![All pictures](sheet.jpg)", ""]
    try:
        for number, picture in enumerate(tqdm(pictures, desc="drawing"), start=1):
            rendered = draw(picture, spool)
            assert rendered.notes is not None
            with Image.open(io.BytesIO(rendered.path.read_bytes())) as image:
                cells.append(fit(image.convert("RGB")))
            lines.append(f"{number}. {picture['prompt']}")
            if rendered.notes.approximated:
                lines.append(f"   - roughly drawn: {', '.join(rendered.notes.approximated)}")
            if rendered.notes.undrawn:
                lines.append(f"   - not drawn: {', '.join(rendered.notes.undrawn)}")
    finally:
        spool.close()
    sheet(cells).save(HERE / "sheet.jpg", quality=88)
    (HERE / "README.md").write_text("\n".join(lines) + "\n")


def draw(picture: dict[str, object], spool: Spool) -> Rendered:
    """One picture, made as the command line makes it."""
    profile = Deployments.of(Catalog.load()).resolve("gpt-image-2").profile
    request = ImageRequest(
        operation="generate",
        prompt=str(picture["prompt"]),
        quality="high",
        size_rule=profile.size_rule,
        size=parse_size(str(picture.get("size", "1024x1024"))),
        seed=int(str(picture["seed"])),
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
