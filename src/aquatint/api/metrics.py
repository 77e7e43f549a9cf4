"""What Prometheus scrapes. One registry per server, so that two servers in one process do not mix."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from aquatint.tokens import Usage

PICTURE_SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)


class Metrics:
    """The server's counters."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "aquatint_requests", "Requests answered.", ["endpoint", "status"], registry=self.registry
        )
        self._pictures = Counter("aquatint_pictures", "Pictures delivered.", ["model"], registry=self.registry)
        self._tokens = Counter("aquatint_tokens", "Tokens metered.", ["model", "kind"], registry=self.registry)
        self._seconds = Histogram(
            "aquatint_picture_seconds",
            "From order to finished pictures.",
            ["model"],
            buckets=PICTURE_SECONDS,
            registry=self.registry,
        )
        self._runtime = Gauge("aquatint_runtime", "Queue and workers, now.", ["what"], registry=self.registry)

    def answered(self, endpoint: str, status: int) -> None:
        """Count one reply."""
        self._requests.labels(endpoint, str(status)).inc()

    def delivered(self, model: str, pictures: int, usage: Usage, seconds: float) -> None:
        """Count one fulfilled order."""
        self._pictures.labels(model).inc(pictures)
        self._seconds.labels(model).observe(seconds)
        self._tokens.labels(model, "input_text").inc(usage.input_text)
        self._tokens.labels(model, "input_image").inc(usage.input_image)
        self._tokens.labels(model, "output_image").inc(usage.output_image)

    def exposition(self, runtime: dict[str, int]) -> bytes:
        """The text that Prometheus reads, with the runtime's figures of this moment."""
        for what, value in runtime.items():
            self._runtime.labels(what).set(value)
        return generate_latest(self.registry)
