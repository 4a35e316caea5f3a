"""The pages that people read, the blocks between marks in them, and the page of the records.

`python -m tests.documentation` writes the tables of docs/records.md anew, with the meanings that stand there.
"""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any, get_args, get_origin

from claimwire import records

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]
RECORDS = ROOT / "docs" / "records.md"


def text() -> str:
    """All pages, one behind the other."""
    return "\n".join(page.read_text("utf-8") for page in PAGES)


def page_of(mark: str) -> Path:
    """The page that holds the block between <!-- mark --> and <!-- /mark -->."""
    found = [page for page in PAGES if f"<!-- {mark} -->" in page.read_text("utf-8")]
    assert found, f"no page has a block {mark!r}"
    return found[0]


def put(mark: str, body: str) -> None:
    """Write a body between the marks, on the page that has them."""
    page = page_of(mark)
    begin, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    head, rest = page.read_text("utf-8").split(begin, 1)
    page.write_text(f"{head}{begin}{body}{end}{rest.split(end, 1)[1]}", encoding="utf-8")


def record_types() -> list[type]:
    """The dataclasses of the contract, in its order."""
    return [kind for kind in vars(records).values() if dataclasses.is_dataclass(kind)]


def own_fields(kind: Any) -> list[tuple[str, str]]:
    """The fields of a record and their types, without those of Span that it inherits."""
    inherited = {f.name for f in dataclasses.fields(records.Span)} if kind.__base__ is records.Span else set()
    return [(f.name, str(f.type)) for f in dataclasses.fields(kind) if f.name not in inherited]


def words() -> dict[str, list[str]]:
    """The types that are one of some words, with the words."""
    return {n: list(get_args(v)) for n, v in vars(records).items() if str(get_origin(v)).endswith("Literal")}


def tables(page: str) -> dict[str, list[tuple[str, str, str]]]:
    """The rows of the page's tables by heading: name, type, meaning."""
    found = {}
    for head, body in re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.S | re.M):
        found[head] = re.findall(r"^\| `(\w+)` \| `(.+?)` \| (.*?) \|$", body, re.M)
    return found


def written(page: str) -> str:
    """The page with its tables as the records are; a field that is new has no meaning yet."""
    meant = {(k, name): meaning for k, rows in tables(page).items() for name, _, meaning in rows}
    out = [page[: page.index("\n## ")].rstrip()]
    for kind in record_types():
        name = kind.__name__
        is_a = "A `Span` with:\n\n" if kind.__base__ is records.Span else ""
        rows = [f"| `{f}` | `{t}` | {meant.get((name, f), '')} |" for f, t in own_fields(kind)]
        about = re.sub(r"\n\s+", "\n", str(kind.__doc__).strip())
        out.append(
            f"## {name}\n\n{about}\n\n{is_a}| field | type | what it says |\n|---|---|---|\n"
            + "\n".join(rows)
        )
    listed = (f"| `{n}` | {', '.join(f'`{w}`' for w in some)} |" for n, some in words().items())
    out.append("## Words\n\n| type | one of |\n|---|---|\n" + "\n".join(listed))
    return "\n\n".join(out).replace("\\|", "|").replace(" | None`", " or null`") + "\n"


if __name__ == "__main__":
    RECORDS.write_text(written(RECORDS.read_text("utf-8")), encoding="utf-8")
