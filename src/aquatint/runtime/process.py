"""The server's hold on one worker process. Never blocks the event loop."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from typing import cast

from aquatint.runtime.framing import Unpacker, pack
from aquatint.runtime.messages import FromWorker, ToWorker

STANDARD_ERROR = 2


class WorkerGone(Exception):
    """The worker has ended, whether it was told to or not; the text says why, as far as is known."""


class WorkerProcess:
    """A running worker. Made by `spawn`; whoever made it calls `end`."""

    def __init__(self, process: subprocess.Popen[bytes], ear: _Ear) -> None:
        self._process = process
        self._ear = ear

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def gone(self) -> asyncio.Future[None]:
        """Done as soon as the worker has ended."""
        return self._ear.gone

    def send(self, message: ToWorker) -> None:
        """Send a message; it is lost if the worker has ended."""
        self._ear.transport.write(pack(message))

    async def receive(self) -> FromWorker:
        """The next message. Raises `WorkerGone` after the last."""
        message = await self._ear.inbox.get()
        if message is None:
            raise WorkerGone("the worker ended")
        return message

    def kill(self) -> None:
        """End the worker now, whatever it is doing."""
        self._process.kill()

    async def end(self, grace: float) -> int:
        """Close the line, upon which the worker ends by itself; kill it after ``grace`` seconds.

        Returns the exit status: 0, or minus the signal that ended it.
        """
        self._ear.transport.close()
        try:
            return await asyncio.to_thread(self._process.wait, grace)
        except subprocess.TimeoutExpired:
            self.kill()
            return await asyncio.to_thread(self._process.wait)


async def spawn(engine: str) -> WorkerProcess:
    """Start a worker for the engine of that name; its first message is `Ready` or `OpenFailed`."""
    ours, theirs = socket.socketpair()
    try:
        with theirs:
            process = _start(engine, theirs)
    except OSError:
        ours.close()
        raise
    try:
        _, ear = await asyncio.get_running_loop().create_unix_connection(_Ear, sock=ours)
    except BaseException:
        ours.close()
        process.kill()
        process.wait()
        raise
    return WorkerProcess(process, ear)


def _start(engine: str, line: socket.socket) -> subprocess.Popen[bytes]:
    """The process itself.

    A plain command line, not `multiprocessing`: that would run the program's main module again in every worker.
    A process group of its own keeps Ctrl-C in the terminal away from the worker. What a library prints goes to
    standard error, because standard output belongs to the command line's own words.
    """
    descriptor = line.fileno()
    command = [sys.executable, "-P", "-m", "aquatint.runtime.worker", engine, str(descriptor)]
    return subprocess.Popen(  # noqa: S603  the command is our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=STANDARD_ERROR,
        pass_fds=(descriptor,),
        process_group=0,
    )


class _Ear(asyncio.Protocol):
    """Collects a worker's messages; None in the inbox means that there will be no more."""

    transport: asyncio.WriteTransport

    def __init__(self) -> None:
        self.inbox: asyncio.Queue[FromWorker | None] = asyncio.Queue()
        self.gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._unpacker = Unpacker()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.WriteTransport, transport)

    def data_received(self, data: bytes) -> None:
        for message in self._unpacker.feed(data):
            self.inbox.put_nowait(message)

    def connection_lost(self, exc: Exception | None) -> None:
        self.inbox.put_nowait(None)
        if not self.gone.done():
            self.gone.set_result(None)
