"""The tails of many articles, layer by layer: where an extraction that no gold checks is most likely wrong.

    python tests/benchmarks/audit.py [ARTICLES] [--sample N] [--limit N] [--layer NAME]
    python tests/benchmarks/audit.py --documents DOCS.jsonl

Extracts the articles (by default the unlabelled news of the development data; --sample takes every n-th so
that about N are read), loads the documents into SQLite, and lists the largest and smallest values of each
unit, rare units, dates far off, people of one word, speakers without a label, names with two labels, claims
without a subject and so on, each with its document and the words around it. --documents audits document
records that are there already (made with --format documents; with --with-text for the words around).
--database keeps the database in a file.
"""

from __future__ import annotations

import argparse
import gzip
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from claimwire.sinks.loading import load

ROOT = Path(__file__).resolve().parents[2]
NEWS = ROOT.parent / "shared" / "data" / "news_unlabelled.jsonl.gz"
AROUND = 50  # characters of the text on either side of a finding
AMOUNT = "coalesce(q.value, q.high)"

# layer -> what is listed -> query; each row is (what, document, start, end), the most suspicious first
TAILS: dict[str, dict[str, str]] = {
    "quantities": {
        "largest values of each unit": f"""
            SELECT round({AMOUNT}, 3) || ' ' || coalesce(q.unit, '-'), q.document_id, q.start_char, q.end_char
            FROM (SELECT *, row_number() OVER (PARTITION BY unit ORDER BY coalesce(value, high) DESC) AS place
                  FROM quantities) q WHERE place <= 2 ORDER BY {AMOUNT} DESC""",
        "smallest values of each unit": f"""
            SELECT round({AMOUNT}, 6) || ' ' || coalesce(q.unit, '-'), q.document_id, q.start_char, q.end_char
            FROM (SELECT *, row_number() OVER (PARTITION BY unit ORDER BY coalesce(value, low)) AS place
                  FROM quantities) q WHERE place <= 2 ORDER BY {AMOUNT}""",
        "units seen once or twice": """
            SELECT unit, document_id, start_char, end_char FROM quantities
            WHERE unit IN (SELECT unit FROM quantities GROUP BY unit HAVING count(*) <= 2) ORDER BY unit""",
        "rates by what they are rarely per": """
            SELECT per, document_id, start_char, end_char FROM quantities
            WHERE per IN (SELECT per FROM quantities GROUP BY per HAVING count(*) <= 2) ORDER BY per""",
        "percentages beyond 1000": """
            SELECT value, document_id, start_char, end_char FROM quantities
            WHERE unit = 'percent' AND abs(coalesce(value, high)) > 1000 ORDER BY value DESC""",
        "nought of something": """
            SELECT coalesce(unit, counted, '-'), document_id, start_char, end_char FROM quantities
            WHERE value = 0 AND coalesce(unit, '') NOT IN ('percent', 'degree', 'degree Celsius')""",
        "ranges a hundred times wide": """
            SELECT low || ' to ' || high || ' ' || coalesce(unit, '-'), document_id, start_char, end_char
            FROM quantities WHERE low > 0 AND high > 100 * low ORDER BY high / low DESC""",
        "counts of nothing": """
            SELECT value, document_id, start_char, end_char FROM quantities
            WHERE unit IS NULL AND counted IS NULL ORDER BY value DESC""",
        "currencies of one article only": """
            SELECT unit, document_id, min(start_char), min(end_char) FROM quantities WHERE kind = 'money'
            GROUP BY unit HAVING count(DISTINCT document_id) = 1""",
    },
    "dates": {
        "before 1000 or after 2150": """
            SELECT value, document_id, start_char, end_char FROM dates
            WHERE earliest < '1000-01-01' OR latest > '2150-12-31' ORDER BY earliest""",
        "before 1500 or after 2100": """
            SELECT value, document_id, start_char, end_char FROM dates
            WHERE earliest < '1500-01-01' OR latest > '2100-12-31' ORDER BY earliest""",
        "rare forms of value": """
            SELECT type || ' ' || value, document_id, start_char, end_char FROM dates
            WHERE length(value) > 20 OR value GLOB '*[^0-9A-Z:_.+-]*' ORDER BY value""",
        "long durations": """
            SELECT value, document_id, start_char, end_char FROM dates
            WHERE type = 'DURATION' AND value GLOB 'P[0-9][0-9][0-9][0-9]*' ORDER BY value""",
    },
    "entities": {
        "people of one word": """
            SELECT name, document_id, min(start_char), min(end_char) FROM entities
            WHERE label = 'PERSON' AND name NOT LIKE '% %' GROUP BY document_id, name ORDER BY name""",
        "names that are persons here and bodies there": """
            SELECT name, document_id, min(start_char), min(end_char) FROM entities WHERE name IN
            (SELECT name FROM entities WHERE label IN ('PERSON', 'ORG') GROUP BY name
             HAVING count(DISTINCT label) > 1) GROUP BY name, label ORDER BY name""",
        "longest names": """
            SELECT name, document_id, start_char, end_char FROM entities ORDER BY length(name) DESC""",
        "names with digits or marks": """
            SELECT name, document_id, start_char, end_char FROM entities
            WHERE label = 'PERSON' AND name GLOB '*[0-9@#/()]*' ORDER BY name""",
    },
    "attributions": {
        "speakers without a label": """
            SELECT speaker, document_id, speaker_start, speaker_end FROM attributions
            WHERE speaker IS NOT NULL AND speaker_label IS NULL GROUP BY speaker ORDER BY count(*) DESC""",
        "quotations without a speaker": """
            SELECT substr(content, 1, 60), document_id, coalesce(cue_start, 0), coalesce(cue_end, 0)
            FROM attributions WHERE speaker IS NULL AND type <> 'indirect' ORDER BY length(content) DESC""",
        "longest contents": """
            SELECT length(content), document_id, coalesce(cue_start, 0), coalesce(cue_end, 0)
            FROM attributions ORDER BY length(content) DESC""",
        "rare cues": """
            SELECT cue_lemma, document_id, cue_start, cue_end FROM attributions
            WHERE cue_lemma IN (SELECT cue_lemma FROM attributions GROUP BY cue_lemma HAVING count(*) = 1)
            ORDER BY cue_lemma""",
    },
    "claims": {
        "without a subject": """
            SELECT predicate, document_id, start_char, end_char FROM claims
            WHERE subject IS NULL ORDER BY document_id""",
        "shortest": """
            SELECT length(text), document_id, start_char, end_char FROM claims ORDER BY length(text)""",
        "longest": """
            SELECT length(text), document_id, start_char, end_char FROM claims ORDER BY length(text) DESC""",
        "subjects that are numbers or places": """
            SELECT subject_name || ' ' || subject_label, document_id, start_char, end_char FROM claims
            WHERE subject_label NOT IN ('PERSON', 'ORG', 'GPE', 'NORP') ORDER BY subject_label""",
    },
}


def main(arguments: list[str]) -> int:
    """Print the tails; 0."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        documents = options.documents or _extracted(options, Path(folder))
        database = options.database or Path(folder) / "audit.db"
        load([documents], f"sqlite:///{database}")
        connection = sqlite3.connect(database)
        for layer, tails in TAILS.items():
            if options.layer in (None, layer):
                for title, query in tails.items():
                    _print(connection, f"{layer}: {title}", query, options.limit)
        connection.close()
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path, default=NEWS)
    parser.add_argument("--documents", type=Path, help="document records to audit, instead of extracting")
    parser.add_argument("--sample", type=int, help="about how many articles to read (default: all)")
    parser.add_argument("--limit", type=int, default=20, help="rows a list (default: 20)")
    parser.add_argument("--layer", choices=list(TAILS), help="lists of one layer only")
    parser.add_argument("--database", type=Path, help="keep the database in this file")
    return parser.parse_args(arguments)


def _extracted(options: argparse.Namespace, folder: Path) -> Path:
    """The document records of the articles, extracted in one process."""
    from click.testing import CliRunner

    from claimwire.cli.extract import extract

    articles, out = folder / "articles.jsonl", folder / "documents.jsonl"
    articles.write_text("".join(_sampled(options.articles, options.sample)), encoding="utf-8")
    wanted = [str(articles), "--format", "documents", "--with-text", "-o", str(out), "--jobs", "1"]
    result = CliRunner().invoke(extract, wanted, catch_exceptions=False)
    print(result.stderr.strip(), file=sys.stderr)
    return out


def _sampled(path: Path, size: int | None) -> Iterator[str]:
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    lines = [line + "\n" for line in text.split("\n") if line.strip()]
    yield from lines[:: max(1, len(lines) // size) if size else 1]


def _print(connection: sqlite3.Connection, title: str, query: str, limit: int) -> None:
    (number,) = connection.execute(f"SELECT count(*) FROM ({query})").fetchone()
    print(f"\n== {title}: {number}")
    for what, document, start, end in connection.execute(f"{query} LIMIT {limit}"):
        print(f"  {what}\t{document}\t{_around(connection, document, start, end)}")


def _around(connection: sqlite3.Connection, document: str, start: int, end: int) -> str:
    """The words around a finding, which stands in brackets; "" where the records hold no text."""
    text = connection.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()[0]
    if not text or not end:
        return ""
    shown = f"{text[max(0, start - AROUND) : start]}[{text[start:end]}]{text[end : end + AROUND]}"
    return " ".join(shown.split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
