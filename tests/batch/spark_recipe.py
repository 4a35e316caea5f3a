"""How to run claimwire on Spark: the worker function inside `mapInArrow`.

articles = spark.createDataFrame(rows, "id string, date string, text string")
articles.mapInArrow(records, "id string, lines string, error string")
"""


def records(batches):
    import pyarrow

    from claimwire.articles import Article
    from claimwire.batch.worker import WorkerSettings

    work = WorkerSettings(form="documents").make()  # once a task, not once a batch
    for batch in batches:
        outcomes = work([Article(r["text"], r["id"], date=r["date"]) for r in batch.to_pylist()])
        lines = [getattr(o, "lines", b"").decode() for o in outcomes]
        errors = [getattr(o, "message", None) for o in outcomes]
        yield pyarrow.RecordBatch.from_pydict(
            {"id": [o.id for o in outcomes], "lines": lines, "error": errors}
        )
