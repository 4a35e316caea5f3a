"""Past one machine: Ray Data takes the articles, actors that load the pipeline once process them.

The worker function and the records are those of the local engines. `run` gives outcomes in the order of the
input, for the same outputs as ever; `write_parquet` leaves the writing to Ray's own tasks, on any file
system that Ray writes to (s3://, gs://, hdfs://, a shared folder).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any

from claimwire.articles import Article
from claimwire.batch.outcome import Done, Outcome
from claimwire.batch.process import ONE_THREAD
from claimwire.batch.serial import Maker
from claimwire.records import ErrorRecord

BLOCK = 64
WINDOW = 20_000  # items that the driver holds at once


class RayError(RuntimeError):
    """Ray is not installed, or has no CPU to work on; the message says what to do."""


class Actor:
    """A worker in Ray's hands: rows of article fields in, rows of outcomes out."""

    def __init__(self, maker: Maker) -> None:
        self.work = maker.make()

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[Any]]:
        """The outcomes of a batch, which Ray gives as columns."""
        articles = [_article(row) for row in batch["article"]]
        outcomes = self.work(articles)
        return {
            "place": list(batch["place"]),
            "id": [outcome.id or "" for outcome in outcomes],
            "lines": [o.lines.decode() if isinstance(o, Done) else "" for o in outcomes],
            "claims": [o.claims if isinstance(o, Done) else 0 for o in outcomes],
            "words": [o.words if isinstance(o, Done) else 0 for o in outcomes],
            "error": ["" if isinstance(o, Done) else _error(o) for o in outcomes],
        }


def outcomes(articles: Iterable[Article], maker: Maker, actors: int | None = None) -> Any:
    """The outcomes as a Ray Dataset with the columns place, id, lines, claims, words and error.

    actors: how many processes in the cluster; by default one a CPU, less one, without which Ray's own tasks
    (reading, writing) would wait for ever. Raises RayError.
    """
    ray = start()
    spare = int(ray.cluster_resources().get("CPU", 0)) - 1
    count = min(actors or spare, spare)
    if count < 1:
        raise RayError("ray: needs two CPUs at least, one of them for its own tasks")
    rows = [{"place": i, "article": _row(article)} for i, article in enumerate(articles)]
    blocks = max(1, min(len(rows) // 16, 4 * count) or 1)
    data = ray.data.from_items(rows, override_num_blocks=blocks)
    return data.map_batches(
        Actor,
        fn_constructor_args=(maker,),
        concurrency=count,
        num_cpus=1,
        batch_size=BLOCK,
        runtime_env={"env_vars": dict.fromkeys(ONE_THREAD, "1")},
    )


def run(items: Iterable[Article | Outcome], maker: Maker, actors: int | None = None) -> Iterator[Outcome]:
    """The outcomes of the articles, in order; outcomes among the items pass through. Raises RayError."""
    source = iter(items)
    while window := list(islice(source, WINDOW)):
        articles = [item for item in window if isinstance(item, Article)]
        rows = outcomes(articles, maker, actors).take_all() if articles else []
        found = iter(sorted(rows, key=lambda row: int(row["place"])))
        for item in window:
            yield outcome(next(found)) if isinstance(item, Article) else item


def write_parquet(articles: Iterable[Article], maker: Maker, uri: str, actors: int | None = None) -> None:
    """Write rows of id, lines, claims, words and error as Parquet files below `uri`, in no order.

    The driver holds the articles, Ray's tasks the records. Raises RayError.
    """
    outcomes(articles, maker, actors).write_parquet(uri)


def start() -> Any:
    """Ray, connected to the cluster of RAY_ADDRESS or to a local one. Raises RayError."""
    try:
        import ray
        import ray.data  # noqa: F401 - loads the part of Ray that is used
    except ImportError:
        raise RayError('ray: is not installed; install it with: pip install "claimwire[ray]"') from None
    if not ray.is_initialized():
        ray.init(log_to_driver=False, include_dashboard=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    return ray


def outcome(row: dict[str, Any]) -> Done | ErrorRecord:
    """A row of `outcomes` as the outcome that it stands for."""
    import msgspec

    if row["error"]:
        return msgspec.json.decode(row["error"], type=ErrorRecord)
    return Done(row["id"], row["lines"].encode(), int(row["claims"]), int(row["words"]))


def _row(article: Article) -> dict[str, Any]:
    fields = asdict(article)
    start, end = fields.pop("title") or (-1, -1)
    return {**{k: v or "" for k, v in fields.items()}, "title_start": start, "title_end": end}


def _article(row: dict[str, Any]) -> Article:
    fields = dict(row)
    start, end = int(fields.pop("title_start")), int(fields.pop("title_end"))
    given = {k: v or None for k, v in fields.items() if k not in ("text", "id")}
    title = (start, end) if start >= 0 else None
    return Article(text=fields["text"], id=fields["id"], title=title, **given)


def _error(error: ErrorRecord) -> str:
    import msgspec

    return msgspec.json.encode(error).decode()
