"""The claims that are doubted most, worst first: `claimwire review`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nsmallest

from claimwire.records import Claim, Document, least_confidence
from claimwire.view.report import asset, environment

Doubtful = tuple[float, Document, Claim]


def doubtful(documents: Iterable[Document], number: int) -> list[Doubtful]:
    """The claims with the least confidence, each with it and with its document, in order of doubt."""
    rated = ((least_confidence(c), d, c) for d in documents for c in d.claims)
    return nsmallest(number, ((p, d, c) for p, d, c in rated if p is not None), key=lambda item: item[0])


def page(found: Sequence[Doubtful]) -> str:
    """The claims as one self-contained HTML page."""
    return environment().get_template("review.html").render(found=found, css=asset("report.css"))
