"""A notebook shows a document without being asked to; records themselves know nothing of it."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import claimwire
from claimwire.records import Document

from .samples import document


class Formatter(dict):
    """As IPython's formatters: a function for a type."""

    def for_type(self, kind, function):
        self[kind] = function


def shell() -> SimpleNamespace:
    return SimpleNamespace(display_formatter=SimpleNamespace(formatters={"text/html": Formatter()}))


def test_the_extension_shows_documents_as_a_frame():
    notebook = shell()
    claimwire.load_ipython_extension(notebook)
    shown = notebook.display_formatter.formatters["text/html"][Document](document())
    assert shown.startswith("<iframe ") and "sandbox" in shown


def test_an_import_inside_a_notebook_registers_by_itself_and_one_outside_loads_no_view():
    code = (
        "import sys, types\n"
        "registered = []\n"
        "html = types.SimpleNamespace(for_type=lambda kind, function: registered.append(kind.__name__))\n"
        "formatter = types.SimpleNamespace(formatters=dict([('text/html', html)]))\n"
        "shell = types.SimpleNamespace(display_formatter=formatter)\n"
        "{}\n"
        "import claimwire\n"
        "print(registered, 'claimwire.view' in sys.modules)\n"
    )
    inside = "sys.modules['IPython'] = types.SimpleNamespace(get_ipython=lambda: shell)"
    for line, expected in ((inside, "['Document'] True"), ("", "[] False")):
        run = [sys.executable, "-c", code.format(line)]
        assert subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip() == expected
