"""Past one machine: Ray Data reads the files and processes the articles, in the order of the input.

Readers, worker function and records are those of the local engines; what runs in Ray's processes is in
`ray_work`. `extract` gives outcomes, for the same outputs as ever; `write_parquet` leaves the writing to
Ray's own tasks, on any file system that Ray writes to (s3://, gs://, hdfs://, a shared folder).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from claimwire.articles import ReadOptions
from claimwire.articles.errors import InputError
from claimwire.articles.places import STDIN, InputFile, places
from claimwire.articles.read import Ids, read_place
from claimwire.batch.folder import OutputFolder
from claimwire.batch.outcome import Done, Outcome
from claimwire.batch.process import ONE_THREAD
from claimwire.batch.ray_work import Actor, ArticleReader, Item, packed, sees
from claimwire.batch.serial import Maker
from claimwire.errors import UserError
from claimwire.records import ErrorRecord

WINDOW = 20_000  # files, or articles that the driver read, handed to Ray at once
FILES = 16  # files that one task reads
BLOCK = 128 * 1024  # bytes of articles that one actor gets at once


class RayError(UserError, RuntimeError):
    """Ray is not installed, has no CPU to work on, or lost something; the message says what to do."""


def extract(
    names: list[str],
    options: ReadOptions,
    maker: Maker,
    folder: OutputFolder | None = None,
    actors: int | None = None,
) -> Iterator[Outcome]:
    """The outcomes of the articles of these inputs, in order; Ray's tasks read the files.

    Where a node of the cluster does not see the files, and for stdin, the driver reads them. folder: what is
    done already; it is asked for instead of being done again. An article with the id of an earlier one is
    found out only when its outcome comes, and refused then. Raises RayError.
    """
    ray = start()
    found = list(places(names, options.format))
    shared = _shared(ray, [place for place in found if isinstance(place, InputFile)])
    items = (item for place in found for item in _items(place, shared, options))
    reading = ArticleReader(options, os.getcwd(), folder.prints() if folder else {})
    ids = Ids()
    while window := list(islice(items, WINDOW)):
        for row in _dataset(window, maker, reading, actors).iter_rows():
            yield _settled(row, ids, folder)


def _items(place: InputFile | InputError, shared: bool, options: ReadOptions) -> Iterator[tuple[str, Item]]:
    if isinstance(place, InputError):
        yield place.source, place.record()
    elif shared and place.source != STDIN:
        yield place.source, place
    else:
        yield from read_place(place, options)


def _settled(row: dict[str, Any], ids: Ids, folder: OutputFolder | None) -> Outcome:
    """The outcome of a row, once it is known which ids came before."""
    if not row["print"]:  # could not be read
        return outcome(row)
    if refused := ids.refused(row["id"], row["where"]):
        return refused
    earlier = folder.take(row["id"], row["print"]) if folder else None
    if row["kept"] and earlier is None:
        raise RayError(f"{row['where']}: what an earlier run made of it has gone; run the same command again")
    return earlier or outcome(row)


def outcomes(items: Iterable[Item], maker: Maker, actors: int | None = None) -> Any:
    """The outcomes as a Ray Dataset with the columns id, where, print, kept, lines, claims, words, failures
    and error.

    actors: how many processes in the cluster; by default one a CPU, less one, without which Ray's own tasks
    (reading, writing) would wait for ever. Ids are not compared. Raises RayError.
    """
    placed = [(str(item.source), item) for item in items]
    return _dataset(placed, maker, ArticleReader(ReadOptions(), os.getcwd(), {}), actors)


def _dataset(items: list[tuple[str, Item]], maker: Maker, reading: ArticleReader, actors: int | None) -> Any:
    ray = start()
    spare = int(ray.cluster_resources().get("CPU", 0)) - 1
    count = min(actors or spare, spare)
    if count < 1:
        raise RayError("ray: needs two CPUs at least, one of them for its own tasks")
    rows = [{"where": where, "item": packed(item)} for where, item in items]
    blocks = min(len(rows), max(2 * count, len(rows) // FILES))
    data = ray.data.from_items(rows, override_num_blocks=blocks)
    # less than a CPU, so that Ray does not read inside the actors, a whole file at once
    articles = data.flat_map(reading, num_cpus=0.5)
    return articles.map_batches(
        Actor,
        fn_constructor_args=(maker,),
        concurrency=count,
        num_cpus=1,
        batch_size=None,
        runtime_env={"env_vars": dict.fromkeys(ONE_THREAD, "1")},
    )


def write_parquet(items: Iterable[Item], maker: Maker, uri: str, actors: int | None = None) -> None:
    """Write the rows of `outcomes` as Parquet files below `uri`.

    The items may be files (`claimwire.articles.places.places`), which Ray's tasks read. Raises RayError.
    """
    outcomes(items, maker, actors).write_parquet(uri)


def start() -> Any:
    """Ray, connected to the cluster of RAY_ADDRESS or to a local one. Raises RayError."""
    try:
        import ray
        import ray.data
    except ImportError:
        raise RayError('ray: is not installed; install it with: pip install "claimwire[ray]"') from None
    if not ray.is_initialized():
        ray.init(log_to_driver=False, include_dashboard=False)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.target_max_block_size = BLOCK
    context.execution_options.preserve_order = True
    return ray


def _shared(ray: Any, found: list[InputFile]) -> bool:
    """Whether every node of the cluster sees the files (a hundred of them are tried)."""
    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

    paths = [place.source for place in found if place.source != STDIN]
    some = paths[:: max(1, len(paths) // 100)]
    task = ray.remote(num_cpus=0)(sees)
    nodes = [node["NodeID"] for node in ray.nodes() if node["Alive"]]
    there = [NodeAffinitySchedulingStrategy(node, soft=False) for node in nodes]
    return all(ray.get([task.options(scheduling_strategy=t).remote(os.getcwd(), some) for t in there]))


def outcome(row: dict[str, Any]) -> Done | ErrorRecord:
    """A row of `outcomes` as the outcome that it stands for."""
    if row["error"]:
        return msgspec.json.decode(row["error"], type=ErrorRecord)
    failures = tuple(msgspec.json.decode(row["failures"], type=list[str]))
    return Done(row["id"], row["lines"].encode(), int(row["claims"]), int(row["words"]), failures)
