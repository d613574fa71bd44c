"""Counts for Prometheus on 127.0.0.1:METRICS_PORT; without a port they are only counted."""

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server

from handlers.answering.models import Reply


class Metrics:
    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.questions = Counter(
            "wennianbao_questions_total", "Questions by door and outcome", ("door", "status", "reason"), registry=self.registry
        )
        self.seconds = Histogram(
            "wennianbao_answer_seconds", "Time from question to reply, without sending", registry=self.registry,
            buckets=(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3),
        )  # fmt: skip
        self.incidents = Counter("wennianbao_incidents_total", "Faults by kind", ("kind",), registry=self.registry)

    def count(self, door: str, reply: Reply) -> None:
        self.questions.labels(door, reply.status, reply.reason or "").inc()

    @contextmanager
    def served(self, port: int | None) -> Iterator[None]:
        """Answers scrapes meanwhile. Raises OSError when the port is taken."""
        if port is None:
            yield
            return
        server, thread = start_http_server(port, addr="127.0.0.1", registry=self.registry)
        try:
            yield
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
