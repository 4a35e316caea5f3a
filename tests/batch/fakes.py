"""Workers without a model, for the tests of faults: they do what an article's text tells them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimwire.articles import Article
from claimwire.batch.outcome import Done, Outcome, failed


@dataclass(frozen=True)
class FakeMaker:
    """Makes FakeWork. folder: where the work leaves marks of what it did; broken: fails to load."""

    folder: str | None = None
    broken: bool = False
    pause: float = 0.0

    def make(self) -> FakeWork:
        if self.broken:
            raise ValueError("no such model")
        return FakeWork(self.folder, self.pause)


@dataclass(frozen=True)
class FakeWork:
    folder: str | None
    pause: float

    def __call__(self, articles: Sequence[Article]) -> list[Outcome]:
        return [self._one(article) for article in articles]

    def _one(self, article: Article) -> Outcome:
        time.sleep(self.pause)
        match article.text.split()[0]:
            case "KILL":
                os.kill(os.getpid(), signal.SIGKILL)
            case "KILL-ONCE":
                mark = Path(self.folder or "", f"killed-{article.id}")
                if not mark.exists():
                    mark.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
            case "EXIT":
                os._exit(3)
            case "HANG":
                time.sleep(600)
            case "LACK":
                return Done(article.id, b"{}\n", failures=("the layer fake failed", "so did another"))
            case "RAISE":
                return failed(article.source or "", ValueError("told to fail"), article.id)
        if self.folder:
            with open(Path(self.folder, "worked"), "a") as log:
                log.write(f"{article.id}\n")
        line = f'{{"id":"{article.id}","text":"{article.text}"}}\n'.encode()
        return Done(article.id, line, claims=1, words=len(article.text.split()))
