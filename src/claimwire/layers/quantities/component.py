"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.failsafe import failsafe
from claimwire.layers.parse import Parse, parse_of
from claimwire.layers.quantities.change import change_of
from claimwire.layers.quantities.counted import counted_of, taken
from claimwire.layers.quantities.cues import cues
from claimwire.layers.quantities.currency import currency_of
from claimwire.layers.quantities.find import find
from claimwire.layers.quantities.match import QuantityMatch
from claimwire.layers.quantities.neighbours import is_set_off
from claimwire.layers.quantities.plain import plain
from claimwire.records import Quantity, Span

_NAMES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"}
)
_TIMES = frozenset({"DATE", "TIME", "ORDINAL"})


@Language.factory(
    "claimwire_quantities",
    assigns=["doc._.claimwire_quantities"],
    requires=["token.dep", "token.tag"],
)
@failsafe("claimwire_quantities")
def create(nlp: Language, name: str) -> "Quantities":
    """Make the component; see the class."""
    return Quantities(name)


class Quantities:
    """Quantities with value, unit, modifier and what they count."""

    def __init__(self, name: str = "claimwire_quantities") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        store.put(doc, "quantities", find_quantities(doc))
        return doc


def find_quantities(doc: Doc) -> list[Quantity]:
    """The quantities of a Doc in order; what the times layer found is left to it."""
    read, offsets = plain(parse_of(doc))
    blocked = [offsets.stretch(d.start, d.end) for d in store.get(doc, "times")]
    named = [offsets.stretch(*name) for name in names_of(doc)]
    found = quantities_of(read, find(read, blocked, named))
    return [offsets.restored(doc.text, q) for q in found] if offsets.gone or read.text != doc.text else found


def names_of(doc: Doc) -> list[tuple[int, int]]:
    """Offsets of the names of a Doc: those of the layer of names where it has run, else spaCy's own."""
    if store.has(doc, "entities"):
        return [(e.start, e.end) for e in store.get(doc, "entities")]
    labels = _NAMES if store.has(doc, "times") else _NAMES | _TIMES
    return [(e.start_char, e.end_char) for e in doc.ents if e.label_ in labels]


def quantities_of(parse: Parse, found: list[QuantityMatch]) -> list[Quantity]:
    """Records of what was found, with counted phrase, change, and the currency that the article means."""
    counted: list[tuple[int, int] | None] = []
    changes: list[str | None] = []
    tokens = taken(parse, found)
    for item in found:
        like = item.like
        own = counted_of(parse, item, tokens) if like is None else counted[like]
        weak = own is None or item.unit in (None, "fold") or is_set_off(parse.text, item.start)
        if item.compared is not None and weak and not _says(parse, item, own):
            own = counted[item.compared] or own
        counted.append(own)
        change = changes[like] if like is not None and item.echo else None
        changes.append(change or change_of(parse, item.start, item.end, item.kind))
    shared = {f.unit for f in found if f.unit and f.unit[0] == "$"}
    codes = {unit: currency_of(parse.text, unit) for unit in shared}
    _join_cents(found, codes)
    return [_record(parse, f, c, d, codes) for f, c, d in zip(found, counted, changes, strict=True)]


def _says(parse: Parse, item: QuantityMatch, own: tuple[int, int] | None) -> bool:
    """Whether the counted phrase stands behind a quantity with a unit, which says itself what it is of."""
    behind = own is not None and own[0] > parse.token_at(item.last - 1)
    return behind and item.unit not in (None, "fold")


def _join_cents(found: list[QuantityMatch], codes: dict[str, str]) -> None:
    """Give cents the currency of most of the article's other money (no conversions), if it has them."""
    money = Counter(codes.get(f.unit, f.unit) for f in found if f.kind == "money" and f.unit and not f.echo)
    del money["cent"]
    code, most = money.most_common(1)[0] if money else ("", 0)
    if code not in cues("has_cents") or 2 * most <= money.total():
        return
    for item in found:
        if item.unit == "cent":
            item.unit = code
            item.value, item.low, item.high = (
                None if n is None else float(f"{n / 100:.12g}") for n in (item.value, item.low, item.high)
            )


def _record(
    parse: Parse,
    item: QuantityMatch,
    counted: tuple[int, int] | None,
    change: str | None,
    codes: dict[str, str],
) -> Quantity:
    span = None
    if counted and counted[1] > counted[0]:
        a, b = parse.chars(*counted)
        span = Span(a, b, parse.text[a:b])
    unit = codes.get(item.unit, item.unit) if item.unit else None
    return Quantity(
        item.start, item.end, parse.text[item.start : item.end],
        value=item.value, low=item.low, high=item.high, modifier=item.modifier, change=change,  # type: ignore[arg-type]
        unit=unit, per=item.per, kind=item.kind, counted=span, rule=item.rule,  # type: ignore[arg-type]
    )  # fmt: skip
