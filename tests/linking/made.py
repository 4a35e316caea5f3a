"""Documents of a made-up story, built by hand: what each outlet writes of a ferry that ran aground."""

import zlib

from claimwire.linking.digest import Amount, Day, Digest, Named, Statement


def amount(text, value=None, counted="", unit=None, modifier=None, low=None, high=None, kind="count"):
    return Amount(0, len(text), text, value, low, high, modifier, None, unit, kind, counted)


def statement(text, sentence=0, verb="", names=(), speaker=None, quoted=False, amounts=(), days=(), **more):
    told = {"negated": False, "modality": "asserted", "subject": "", **more}
    return Statement(
        claim=f"c{zlib.crc32(text.encode())}", start=0, end=len(text), sentence=sentence, text=text,
        resolved=text, predicate=verb, objects=(), names=tuple(names), speaker=speaker,
        attributed=speaker is not None,
        quoted=quoted, amounts=tuple(amounts), days=tuple(days), confidence=None, **told,
    )  # fmt: skip


def day(text, earliest, latest=None):
    return Day(text, earliest, latest or earliest)


def named(name, label="PERSON", forms=(), roles=(), entity=None):
    return Named(entity or name.lower(), label, name, tuple(sorted({name, *forms})), tuple(roles), 1)


def digest(id_, date, statements, entities=(), mark="1"):
    return Digest(id_, mark, date, f"{id_}.example", None, tuple(statements), tuple(entities))


GROUNDED = "The ferry Skua ran aground on a sandbank off Vattholm"
RESCUED = "Lifeboats from Vattholm took {} passengers off the ferry Skua"
WORDS = "We heard a dreadful scraping and then the engines simply stopped"

# what only one of them has
OWN = (
    "The harbour office keeps no papers of that year",
    "Fishermen had warned of the drifting buoy in March",
    "A second vessel of the line is for sale in Greece",
)


def story(n, rescued=212, date="2031-05-04", mark="1"):
    """The story as outlet number n has it."""
    return digest(
        f"outlet{n}", date,
        [
            statement(GROUNDED, 0, "run", ("Skua", "Vattholm")),
            statement(RESCUED.format(rescued), 1, "take", ("Skua", "Vattholm"),
                      amounts=[amount(str(rescued), rescued, "passengers")]),
            statement(WORDS, 2, "hear", speaker="Ilse Brandt", quoted=True),
            statement(OWN[n % len(OWN)], 3),
        ],
        [named("Ilse Brandt", roles=("passenger",)), named("Vattholm", "GPE"), named("Skua", "PRODUCT")],
        mark,
    )  # fmt: skip
