"""`python -m evals.load`."""

import typer

from evals.load.run import run

if __name__ == "__main__":
    typer.run(run)
