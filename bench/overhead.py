"""What the server adds: a request over HTTP against the same engine called in this process, 1024x1024.

The engine is the one that ships for tests, which draws a flat picture: so that nothing but the way is measured.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from aquatint.engines.registry import create
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.deployments import Deployments
from aquatint.runtime.inline import run_inline
from aquatint.runtime.messages import Finished
from aquatint.sizes import Size
from aquatint.spool import Spool, discard
from aquatint.types import ImageRequest
from bench.table import show

ENGINE = "fake"
ROUNDS = 60
BODY = {"model": "gpt-image-2", "prompt": "a red square", "size": "1024x1024", "seed": 1}


def in_process() -> list[float]:
    """Milliseconds from request to encoded picture, without a server."""
    engine = create(ENGINE)
    engine.open()
    rule = Deployments.of(Catalog.load()).resolve("gpt-image-2").profile.size_rule
    request = ImageRequest(
        operation="generate", prompt="a red square", quality="high", size_rule=rule, seed=1, size=Size(1024, 1024)
    )
    spool = Spool()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for update in run_inline(engine, request, spool):
            if isinstance(update, Finished):
                discard(update.rendered.path)
        times.append(1000 * (time.perf_counter() - started))
    spool.close()
    return times


def over_http(url: str) -> list[float]:
    """Milliseconds from sending the request to having read the reply."""
    times = []
    with httpx.Client(base_url=url) as client:
        for _ in range(ROUNDS):
            started = time.perf_counter()
            reply = client.post("/v1/images/generations", json=BODY)
            times.append(1000 * (time.perf_counter() - started))
            json.loads(reply.content)["data"][0]["b64_json"]
    return times


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "aquatint", "serve", "--port", "0", "--engine", ENGINE, "--workers", "1"]
        server = subprocess.Popen([*command, "--data", str(Path(data))], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            url = next(m[1] for line in server.stdout if (m := re.match(r"ready (\S+)", line)))
            served = over_http(url)
        finally:
            server.terminate()
            server.wait()
    alone = in_process()
    rows = [
        (name, *(f"{value:.1f} ms" for value in (statistics.median(times), statistics.quantiles(times, n=20)[18])))
        for name, times in (("engine in this process", alone), ("over HTTP, one worker", served))
    ]
    added = statistics.median(served) - statistics.median(alone)
    rows.append(("added by the server", f"{added:.1f} ms", "wanted: 5 ms"))
    show("Server overhead, 1024x1024, test engine", ("way", "p50", "p95"), rows)


if __name__ == "__main__":
    main()
