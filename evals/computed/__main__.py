"""`python -m evals.computed`."""

from __future__ import annotations

import typer

from evals.computed.run import run

if __name__ == "__main__":
    typer.run(run)
