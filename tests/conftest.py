"""What all tests share: the default pipeline, loaded once."""

import pytest


@pytest.fixture(scope="session")
def nlp():
    """The default pipeline."""
    import claimwire

    return claimwire.load()
