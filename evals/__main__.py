"""`python -m evals`."""

from __future__ import annotations

import typer

from evals.run import run

if __name__ == "__main__":
    typer.run(run)
