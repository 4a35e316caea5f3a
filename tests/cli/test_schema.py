"""The committed schemas are the generated ones, and are valid JSON Schema."""

import json

import jsonschema
import pytest

from claimwire.schema import RECORDS, committed, printed


@pytest.mark.parametrize("name", RECORDS)
def test_committed_schema_is_the_generated_one(name):
    assert committed(name) == printed(name), "run: python -m claimwire.schema"
    jsonschema.Draft202012Validator.check_schema(json.loads(committed(name)))
