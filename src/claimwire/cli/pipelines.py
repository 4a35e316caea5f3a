"""`claimwire pipelines`: the pipelines that can be named."""

from __future__ import annotations

import click


@click.command()
def pipelines() -> None:
    """List the pipelines that --pipeline can name, with what each is for and where its config lies.

    \b
    Example:
      claimwire pipelines
    """
    from claimwire.pipeline import pipelines as shipped

    for name, path in shipped().items():
        click.echo(f"{name}\t{_about(path.read_text('utf-8'))}\t{path}")


def _about(config: str) -> str:
    """The first sentence of the comment that a config begins with."""
    words = []
    for line in config.splitlines():
        if not line.startswith("#"):
            break
        words.append(line.lstrip("# "))
    return " ".join(words).split(". ")[0].rstrip(".:")
