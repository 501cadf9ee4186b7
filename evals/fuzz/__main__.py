"""`python -m evals.fuzz`."""

import typer

from evals.fuzz.run import run

if __name__ == "__main__":
    typer.run(run)
