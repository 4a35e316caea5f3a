"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from datetime import date
from functools import cache, partial

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.failsafe import failsafe
from claimwire.layers.parse import parse_of
from claimwire.layers.times.dateline import dateline_date
from claimwire.layers.times.find import Surroundings, find
from claimwire.layers.times.grammar import grammar
from claimwire.layers.times.numeric import day_first
from claimwire.layers.times.resolve import resolve
from claimwire.layers.times.resolve.reading import Context, Reading, TimeMention
from claimwire.records import Date


@Language.factory(
    "claimwire_times",
    assigns=["doc._.claimwire_times"],
    requires=["token.dep", "token.tag"],
    default_config={"bare_ages": True},
)
@failsafe("claimwire_times")
def create(nlp: Language, name: str, bare_ages: bool) -> "Times":
    """Make the component; see the class."""
    return Times(name, bare_ages)


class Times:
    """Time expressions found and resolved (TIMEX3).

    bare_ages: whether ages without a unit ("Ann Lee, 43,") are durations too. The annotation guidelines of
    this project count them, the TimeML corpora leave them out.
    """

    def __init__(self, name: str = "claimwire_times", bare_ages: bool = True) -> None:
        self.name = name
        self.bare_ages = bare_ages

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        if doc._.claimwire_date is None:
            found = dateline_date(doc.text)
            doc._.claimwire_date = found and found.isoformat()
        store.put(doc, "times", find_times(doc, self.bare_ages))
        return doc


def find_times(doc: Doc, with_bare_ages: bool = True) -> list[Date]:
    """The time expressions of a Doc, resolved against its publication date."""
    text = doc.text  # put together anew at every access
    around = Surroundings(parse_of(doc) if len(doc) else None, names_of(doc))
    context = Context(
        published=publication_day(doc._.claimwire_date), day_first=cache(partial(day_first, text))
    )
    dates = []
    for mention in find(text, grammar(), around, with_bare_ages):
        reading = resolve(mention, context)
        if reading is not None:
            dates.append(record(mention, reading, text))
    return dates


def names_of(doc: Doc) -> tuple[tuple[int, int, str], ...]:
    """Names of a Doc as (start, end, label): those of the layer of names where it has run, else spaCy's."""
    if store.has(doc, "entities"):
        return tuple(sorted((e.start, e.end, e.label) for e in store.get(doc, "entities")))
    return tuple((e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in _NAME_LABELS)


_NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
)


def publication_day(value: str | None) -> date | None:
    """The day of an ISO date or date-time; None where it is no date."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def record(mention: TimeMention, reading: Reading, text: str) -> Date:
    """The record of a reading: its period's first and last day where it is known."""
    period = reading.period if reading.bounded else None
    return Date(
        mention.start, mention.end, text[mention.start : mention.end], type=reading.type, value=reading.value,
        mod=reading.mod, earliest=period.start.isoformat() if period else None,
        latest=period.end.isoformat() if period else None,
        anchored=reading.anchored, rule=mention.rule,
    )  # fmt: skip
