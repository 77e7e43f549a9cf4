"""Several tickets followed at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import cast

import pytest

from aquatint.api.gathering import Gathering
from aquatint.errors import EngineFailed
from aquatint.runtime.messages import Finished, PreviewReady, Progressed, Update
from aquatint.runtime.ticket import Ticket
from aquatint.sizes import Size
from aquatint.types import Rendered


class Told:
    """A ticket that tells what it is given, then waits for ever or fails."""

    def __init__(self, updates: Sequence[Update], error: Exception | None = None) -> None:
        self.updates = updates
        self.error = error
        self.cancelled = False

    async def events(self) -> AsyncGenerator[Update, None]:
        for update in self.updates:
            yield update
        if self.error is not None:
            raise self.error
        if not isinstance(self.updates[-1], Finished):
            await asyncio.Event().wait()

    def cancel(self) -> None:
        self.cancelled = True


def rendered(folder: Path, name: str) -> Rendered:
    path = folder / name
    path.write_bytes(b"x")
    return Rendered(path=path, byte_count=1, size=Size(16, 16), background="opaque", output_format="png")


def gather(*tickets: Told) -> Gathering:
    return Gathering(cast(Sequence[Ticket], tickets))


async def test_pictures_come_in_order_and_previews_are_dropped(tmp_path: Path) -> None:
    preview, first, second = (rendered(tmp_path, name) for name in ("preview", "first", "second"))
    gathering = gather(
        Told([Progressed(0, 1), PreviewReady(0, preview), Finished(first)]), Told([Finished(second)])
    )
    assert await gathering.pictures() == [first, second]
    assert gathering.done
    assert not preview.path.exists()
    assert first.path.exists()
    await gathering.close()


async def test_when_one_fails_the_others_files_are_removed(tmp_path: Path) -> None:
    finished = rendered(tmp_path, "finished")
    failing, endless = Told([Progressed(0, 1)], EngineFailed()), Told([Progressed(0, 1)])
    gathering = gather(Told([Finished(finished)]), failing, endless)
    with pytest.raises(EngineFailed):
        await gathering.pictures()
    await gathering.close()
    assert not finished.path.exists()
    assert endless.cancelled


async def test_closing_removes_what_nobody_read(tmp_path: Path) -> None:
    preview, finished = rendered(tmp_path, "preview"), rendered(tmp_path, "finished")
    gathering = gather(Told([Progressed(0, 1), PreviewReady(0, preview), Finished(finished)]))
    index, update = await gathering.next()
    assert (index, update) == (0, Progressed(0, 1))
    await gathering.close()
    assert not preview.path.exists()
    assert not finished.path.exists()
