"""The house keeps its shape: who may import whom, nothing dangerous, nothing slow at start."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src" / "claimwire"
MODULES = sorted(p for p in SRC.rglob("*.py"))
# room -> what it may import of spaCy and of the package's other rooms
ALLOWED = {
    "articles": {"articles", "records", "version"},
    "layers": {"layers", "lexicon", "records", "version", "score"},
    "lexicon": {"lexicon"},
    "score": {"score", "records"},
    "sinks": {"sinks", "records", "version", "schema"},
    "view": {"view", "records", "score", "version"},
    "batch": {"batch", "articles", "records", "version", "sinks", "pipeline"},
    "cli": None,  # knows the public functions of every room
}
# Tools that make a room's data stand in the room, but look at it from outside
TOOLS = {"layers/attributions/train.py": {"pipeline"}, "score/calibration.py": {"layers"}}
NO_SPACY = {"articles", "records.py", "score", "view", "cli", "schema.py"}


def room_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0]


def imports(path: Path, top_level_only: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else list(ast.walk(tree))
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_room_knows_only_its_neighbours(path):
    allowed = ALLOWED.get(room_of(path))
    own = {i.split(".")[1] for i in imports(path) if i.startswith("claimwire.")} - {"__version__"}
    if allowed is not None:
        allowed = allowed | TOOLS.get(path.relative_to(SRC).as_posix(), set())
        assert own <= allowed, f"{path.relative_to(SRC)} imports {sorted(own - allowed)}"
    if room_of(path) in NO_SPACY:
        assert not any(i.split(".")[0] == "spacy" for i in imports(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_nothing_dangerous(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    roots = {i.split(".")[0] for i in imports(path)}
    assert not roots & {"pickle", "marshal", "shelve", "dill", "joblib"}, (
        "pickles run code when they are read"
    )
    assert not roots & {"urllib3", "requests", "httpx", "aiohttp"}, "no network at run time"
    called = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    assert not called & {"eval", "exec"}


def test_start_up_imports_only_what_a_plain_run_needs():
    heavy = [
        "quantulum3",
        "trafilatura",
        "ray",
        "sqlalchemy",
        "duckdb",
        "pyarrow",
        "sklearn",
        "holidays",
        "faker",
    ]
    heavy.append("dateparser")
    code = f"import claimwire, claimwire.pipeline, sys; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_network_at_run_time():
    code = (
        "import socket\n"
        "def refuse(*a, **k): raise OSError('network used')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "import claimwire\n"
        "text = '\"We hired about 300 welders at $25 an hour last October,\" said Mara Quist on Monday.'\n"
        "print(len(claimwire.extract(text, date='2026-01-23').claims) > 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
