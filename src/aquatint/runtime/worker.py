"""The worker: a process of its own with one engine, one line to the server, one picture at a time.

Started by `process.spawn` as ``python -P -m aquatint.runtime.worker ENGINE FILE_DESCRIPTOR``. The worker ends when
the line closes, so it never outlives the server, however that ended.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Generator
from contextlib import closing
from queue import SimpleQueue
from typing import cast

from aquatint.engines.contract import Engine
from aquatint.engines.registry import create
from aquatint.errors import PublicError, ServerError
from aquatint.runtime.framing import Unpacker, pack
from aquatint.runtime.job import perform
from aquatint.runtime.messages import (
    Cancel,
    Cancelled,
    Draw,
    Failed,
    Finished,
    FromWorker,
    OpenFailed,
    Ready,
    Report,
    ToWorker,
    Update,
)

READ_SIZE = 65_536


class Line:
    """The worker's end of the line.

    A thread reads it all the time. So the server's writes never wait for a busy worker, a cancellation is known
    between any two steps, and the end of the server ends this process even inside a long step.
    """

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._jobs: SimpleQueue[Draw] = SimpleQueue()
        self._cancelled = 0

    def open(self) -> None:
        """Start to listen."""
        threading.Thread(target=self._listen, name="line", daemon=True).start()

    def next_job(self) -> Draw:
        """Wait for a job."""
        return self._jobs.get()

    def is_cancelled(self, job_id: int) -> bool:
        """Whether the server said so."""
        return self._cancelled == job_id

    def send(self, message: FromWorker) -> None:
        """Tell the server. Ends the process if the server is gone."""
        try:
            self._connection.sendall(pack(message))
        except OSError:
            _leave()

    def _listen(self) -> None:
        unpacker = Unpacker()
        while data := self._read():
            for message in unpacker.feed(data):
                self._accept(cast(ToWorker, message))
        _leave()

    def _read(self) -> bytes:
        try:
            return self._connection.recv(READ_SIZE)
        except OSError:
            return b""

    def _accept(self, message: ToWorker) -> None:
        if isinstance(message, Cancel):
            self._cancelled = message.job_id
        else:
            self._jobs.put(message)


def _leave() -> None:
    """End at once: nothing here is worth saving, and the main thread may be deep in a step."""
    os._exit(0)


def main(engine_name: str, descriptor: int) -> None:
    """Open the engine, then make pictures until the line closes."""
    _ignore_signals()
    with socket.socket(fileno=descriptor) as connection:
        connection.set_inheritable(False)
        line = Line(connection)
        line.open()
        engine = _open(engine_name, line)
        while engine is not None:
            _work(engine, line.next_job(), line)


def _ignore_signals() -> None:
    # The server alone decides when workers end: Ctrl-C and a service manager's SIGTERM reach the whole group of
    # processes, and the server still wants the pictures in the making.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _open(name: str, line: Line) -> Engine | None:
    try:
        engine = create(name)
        engine.open()
    except Exception as error:
        line.send(OpenFailed(_one_line(error), traceback.format_exc()))
        return None
    line.send(Ready(engine.name, engine.version))
    return engine


def _one_line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())


def _work(engine: Engine, job: Draw, line: Line) -> None:
    last: Update | Failed | None = None
    with closing(_attempt(engine, job)) as updates:
        for last in updates:
            line.send(Report(job.job_id, last))
            if line.is_cancelled(job.job_id):
                break
    if not isinstance(last, Finished | Failed):
        line.send(Report(job.job_id, Cancelled()))


def _attempt(engine: Engine, job: Draw) -> Generator[Update | Failed, None, None]:
    """The updates of one job, with a failure as the last of them."""
    try:
        yield from perform(engine, job.request, job.stem)
    except ServerError as error:
        yield Failed(error, traceback.format_exc())
    except PublicError as error:
        yield Failed(error)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
