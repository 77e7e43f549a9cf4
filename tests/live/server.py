"""The server as its users have it: the console command, as a process of its own, on a real socket."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

AQUATINT = Path(sys.executable).parent / "aquatint"
TESTS = Path(__file__).parents[1]
START_SECONDS = 60.0
STOP_SECONDS = 20.0


class Server:
    """A running ``aquatint serve``. ``folder`` holds its data, its log and its spool."""

    def __init__(self, process: subprocess.Popen[str], url: str, folder: Path) -> None:
        self.process = process
        self.url = url
        self.folder = folder
        self.http = httpx.Client(base_url=url, timeout=60, trust_env=False)

    @property
    def log(self) -> str:
        """What it wrote to standard error."""
        return (self.folder / "log").read_text()

    def spool_files(self) -> list[Path]:
        """The pictures that it holds on to now."""
        return [path for path in (self.folder / "spool").rglob("*") if path.is_file()]

    def runtime(self, what: str) -> int:
        """A figure of the runtime (queued, running, workers_alive, restarts), as /metrics shows it."""
        text = self.http.get("/metrics").text
        match = re.search(rf'^aquatint_runtime{{what="{what}"}} (\S+)$', text, re.MULTILINE)
        assert match is not None, text
        return int(float(match[1]))

    def worker_pids(self) -> list[int]:
        """The processes that draw, the oldest first."""
        return [child.pid for child in self._children() if "aquatint.runtime.worker" in " ".join(child.cmdline())]

    def terminate(self) -> None:
        """Ask it to end, as a service manager does."""
        self.process.send_signal(signal.SIGTERM)

    def stop(self) -> None:
        """End it and wait for that."""
        self.http.close()
        self.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise

    def _children(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children()


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    """A server with these options of ``aquatint serve`` and a free port, stopped at the end."""
    process, lines = launch(folder, *options)
    try:
        server = Server(process, _ready_url(process, lines, folder), folder)
    except BaseException:
        process.kill()
        process.wait()
        lines.close()
        raise
    try:
        yield server
    finally:
        try:
            server.stop()
        finally:
            lines.close()


def launch(folder: Path, *options: str) -> tuple[subprocess.Popen[str], _Lines]:
    """Start the command without waiting for anything; the folder gets its data, its log and its spool."""
    (folder / "spool").mkdir(parents=True, exist_ok=True)
    command = [str(AQUATINT), "serve", "--port", "0", "--data", str(folder / "data"), *options]
    # The tests' own engines are importable too, after everything that is there already.
    modules = os.pathsep.join(filter(None, [os.environ.get("PYTHONPATH"), str(TESTS)]))
    environment = {**os.environ, "TMPDIR": str(folder / "spool"), "PYTHONPATH": modules}
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment)
    return process, _Lines(process)


class _Lines:
    """What the process prints, read on a thread so that waiting for it can end."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self._pipe = process.stdout
        self._ready: list[str] = []
        self._announced = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def ready_url(self, seconds: float) -> str | None:
        """The address of the ready line, or None if none came."""
        self._announced.wait(seconds)
        return self._ready[0] if self._ready else None

    def close(self) -> None:
        """Call it when the process has ended."""
        self._thread.join()
        self._pipe.close()

    def _read(self) -> None:
        for line in self._pipe:
            if match := re.fullmatch(r"ready (http://\S+)\n", line):
                self._ready.append(match[1])
                self._announced.set()
        self._announced.set()


def _ready_url(process: subprocess.Popen[str], lines: _Lines, folder: Path) -> str:
    url = lines.ready_url(START_SECONDS)
    if url is None:
        raise RuntimeError(f"aquatint serve (exit code {process.poll()}) said:\n{(folder / 'log').read_text()}")
    return url


def until(condition: Callable[[], bool], what: str, seconds: float = 15.0) -> None:
    """Wait until it holds; fail when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"It did not happen in {seconds:g} s: {what}"
        time.sleep(0.01)
