"""Bad input: one sentence on stderr that names it, the right exit code, no traceback, no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import SEED, claimwire, extract

INPUT, USAGE = 1, 2


def check(done, code: int, *named: str) -> None:
    message = done.stderr.decode()
    assert done.returncode == code, message
    assert message.count("\n") == 1 and "Traceback" not in message
    assert all(name in message for name in named), message
    assert done.stdout == b""


FILES = {
    "empty.txt": (b"", "empty"),
    "white.txt": (b" \n\t\n", "only white space"),
    "binary.txt": (b"\x7fELF\x00\x01", "binary"),
    "cut.txt": ("Zoë said so. Zoë".encode()[:-1], "byte 16"),
    "control.txt": (b"It fell\x08 again.", "U+0008 at offset 7"),
    "long.txt": (b"It fell again, he said. " * 210_000, "--max-chars"),
}


@pytest.mark.parametrize("name", FILES)
def test_bad_files(tmp_path, name):
    data, message = FILES[name]
    (tmp_path / name).write_bytes(data)
    check(extract(tmp_path / name, "-o", tmp_path / "out.jsonl"), INPUT, name, message)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_missing_file_and_a_folder_without_articles(tmp_path):
    check(extract(tmp_path / "none.txt"), INPUT, "none.txt", "no such file")
    check(extract(tmp_path), INPUT, str(tmp_path), "no article")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--date", "2026-13-45"], ["--date", "2026-13-45"]),
        (["--pipeline", "nope"], ["nope", "news"]),
        (["--model", "nope"], ["nope", "install"]),
        (["--format", "xml"], ["--format", "xml"]),
        (["--jobs", "0"], ["--jobs"]),
        (["--resume"], ["--resume", "-o"]),
        (["--with-text"], ["--with-text"]),
        (["-o", "/nowhere/at/all.jsonl"], ["/nowhere/at"]),
        (["--colour"], ["--colour"]),
    ],
)
def test_bad_options(arguments, named):
    check(extract(SEED, *arguments), USAGE, *named)


def test_no_input_at_all():
    check(extract(), USAGE, "INPUT")


def test_a_config_that_is_none(tmp_path):
    (tmp_path / "a.cfg").write_text("[nlp\nno config")
    check(extract(SEED, "--pipeline", tmp_path / "a.cfg"), USAGE, "a.cfg")


@pytest.mark.parametrize("text", ["{", '{"id": "x"}', '{"id": "x", "claims": 3, "entities": 1}', "[]"])
def test_bad_gold_and_predictions(tmp_path, text):
    (tmp_path / "a.gold.json").write_text(text)
    check(claimwire("evaluate", tmp_path / "a.gold.json", "--predictions", SEED), INPUT, "a.gold.json")


def test_training_data_that_is_none(tmp_path):
    for name in ("model.safetensors", "vocab.txt", "names_train.jsonl"):
        (tmp_path / name).write_bytes(b"")
    done = claimwire("train", "--base", tmp_path, "--data", tmp_path, "-o", tmp_path / "weights")
    check(done, INPUT, "attribution_train.jsonl")


def test_missing_gold_and_bad_predictions(tmp_path):
    gold = SEED.replace(".txt", ".gold.json")
    check(claimwire("evaluate", tmp_path / "no.json", "--predictions", SEED), INPUT, "no.json")
    check(claimwire("evaluate", gold, "--predictions", SEED), INPUT, Path(SEED).name)
    check(claimwire("evaluate", gold, "--predictions", tmp_path), INPUT, str(tmp_path))
