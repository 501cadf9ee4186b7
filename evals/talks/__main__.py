"""`python -m evals.talks`."""

import typer

from evals.talks.run import run

if __name__ == "__main__":
    typer.run(run)
