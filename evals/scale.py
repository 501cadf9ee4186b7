"""`python -m evals.scale`: how time and memory of the retrieval engine grow with the number of passages."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated, ParamSpec, TypeVar

import typer
from rich.console import Console

from assistant.settings import Settings
from corpus.errors import CorpusError
from evals.case import read_cases
from evals.growth import Measured, scale_json, scale_table
from evals.scale_run import build_file, search_folder
from index.errors import SearchIndexError

SIZES = (10_000, 100_000)
MILLION = 1_000_000
SEARCHES = 200

P = ParamSpec("P")
T = TypeVar("T")


def scale(
    passages: Annotated[
        Path | None,
        typer.Argument(
            help='passages, each line {"id", "text", "title"?}, .gz too; default: the clauses of the corpus'
        ),
    ] = None,
    size: Annotated[list[int] | None, typer.Option(min=1, help="numbers of passages (may be repeated)")] = None,
    million: Annotated[bool, typer.Option("--million", help="a million passages too (long, several GiB)")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
    work: Annotated[Path, typer.Option(help="folder for the indexes, which are removed again")] = Path("out/scale"),
) -> None:
    """Build and search indexes of growing size."""
    settings = Settings.from_environment(os.environ)
    sizes = sorted({*(size or SIZES), *((MILLION,) if million else ())})
    questions = _sample([c.q for c in read_cases()], SEARCHES)
    work.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(dir=work))
    try:
        file = passages or in_new_process(corpus_passages, settings, folder / "corpus.jsonl")
        found = tuple(measure_size(file, n, folder / str(n), questions, settings.embedding_model) for n in sizes)
    except (SearchIndexError, CorpusError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    finally:
        shutil.rmtree(folder)
    if as_json:
        typer.echo(json.dumps(scale_json(found), ensure_ascii=False, indent=1))
    else:
        Console().print(scale_table(found))


def measure_size(file: Path, size: int, folder: Path, questions: Sequence[str], model: str | None) -> Measured:
    """Build and search an index of so many passages, each in a new process; the index is removed afterwards."""
    try:
        built = in_new_process(build_file, file, size, folder, model)
        return Measured(built, in_new_process(search_folder, folder, questions, model))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def in_new_process(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of a function of a module, called in a fresh interpreter; what it raises is raised here."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *args, **kwargs).result()


def corpus_passages(settings: Settings, file: Path) -> Path:
    """Write the clauses of the configured corpus as passages."""
    from corpus.folder import load_corpus

    corpus = load_corpus(settings.corpus, settings.home / "cache")
    clauses = [c for d in corpus.documents for c in d.clauses if c.text and not c.heading]
    rows = ({"id": n, "text": c.text, "title": " ".join(c.path[:-1])} for n, c in enumerate(clauses))
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return file


def _sample(rows: Sequence[str], most: int) -> tuple[str, ...]:
    """At most so many rows, evenly spread."""
    n = min(most, len(rows))
    return tuple(rows[i * len(rows) // n] for i in range(n))


if __name__ == "__main__":
    typer.run(scale)
