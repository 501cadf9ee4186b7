"""`python -m evals.texts`."""

from __future__ import annotations

import typer

from evals.texts.run import run

if __name__ == "__main__":
    typer.run(run)
