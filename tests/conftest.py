"""What all tests share: the default pipeline, loaded once, and a word on what is left out."""

import pytest


@pytest.fixture(scope="session")
def nlp():
    """The default pipeline."""
    from tests.pipelines import loaded

    return loaded()


def pytest_terminal_summary(terminalreporter, config):
    """Say why tests were left out, which pytest only counts."""
    if config.option.markexpr == "not slow" and terminalreporter.stats.get("deselected"):
        terminalreporter.write_line(
            "left out: what takes minutes (fuzzing, long articles and batches, Ray, floors, mypy); "
            "python -m pytest -q -m slow runs it"
        )
