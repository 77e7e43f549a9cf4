"""Hold the conversation of conversation.toml with a server of our own, and write it down with its pictures.

Run it with: make gallery
"""

from __future__ import annotations

import base64
import io
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from PIL import Image

HERE = Path(__file__).parent
CELL = 400
COLUMNS = 5
TOOL = {"type": "image_generation", "size": "1024x1024", "seed": 7}


@contextmanager
def serving() -> Iterator[httpx.Client]:
    """A client of a server with an empty data folder."""
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "aquatint", "serve", "--port", "0", "--workers", "1", "--data", data]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603
        try:
            assert server.stdout is not None
            url = next(match[1] for line in server.stdout if (match := re.match(r"ready (\S+)", line)))
            with httpx.Client(base_url=url, timeout=60) as client:
                yield client
        finally:
            server.terminate()
            server.wait()


def main() -> None:
    """Write conversation.md and conversation.jpg."""
    turns = tomllib.loads((HERE / "conversation.toml").read_text())["turns"]
    lines = ["# A conversation of ten turns", "", "![Its pictures](conversation.jpg)", ""]
    cells: list[Image.Image] = []
    previous: str | None = None
    with serving() as client:
        for said in turns:
            body = {"model": "gpt-5", "input": said, "tools": [TOOL], "previous_response_id": previous}
            response = client.post("/v1/responses", json=body).raise_for_status().json()
            previous = response["id"]
            lines.append(f"**{said}**  ")
            lines += [*[_told(item, cells) for item in response["output"]], ""]
    page(cells).save(HERE / "conversation.jpg", quality=85)
    (HERE / "conversation.md").write_text("\n".join(lines).rstrip() + "\n")


def _told(item: dict[str, Any], cells: list[Image.Image]) -> str:
    if item["type"] == "message":
        return f"{item['content'][0]['text']}  "
    with Image.open(io.BytesIO(base64.b64decode(item["result"]))) as image:
        cells.append(image.convert("RGB").resize((CELL, CELL), Image.Resampling.LANCZOS))
    return f"picture {len(cells)}, {item['action']}: `{item['revised_prompt']}`  "


def page(cells: list[Image.Image]) -> Image.Image:
    """All pictures in rows."""
    whole = Image.new("RGB", (COLUMNS * CELL, -(-len(cells) // COLUMNS) * CELL), (244, 242, 238))
    for index, cell in enumerate(cells):
        whole.paste(cell, (index % COLUMNS * CELL, index // COLUMNS * CELL))
    return whole


if __name__ == "__main__":
    main()
