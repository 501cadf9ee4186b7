"""Trains the bundled model: `python -m index.train --articles F --questions F [--answers F] [--texts F …] --out DIR`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from index.progress import shown


def arguments(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The options that training and measuring share."""
    parser.add_argument("--articles", type=Path, required=True, help='lines {"id", "name", "text"}, .gz too')
    parser.add_argument("--questions", type=Path, required=True, help='lines {"q", "gold": [article ids]}')
    parser.add_argument("--answers", type=Path, help='lines {"q", "a"}: answers to the same questions')
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help='lines {"text" or "q", "label" or "topic"?}')
    parser.add_argument("--tokens", type=int, default=34_000, help="size of the vocabulary")
    parser.add_argument("--dimensions", type=int, default=256)
    parser.add_argument("--seed", type=int, default=0)
    return parser


def main(given: list[str] | None = None) -> int:
    """Train, save, and return the exit status."""
    parser = arguments(argparse.ArgumentParser(prog="python -m index.train", description=__doc__))
    parser.add_argument("--out", type=Path, required=True, help="folder of the model")
    options = parser.parse_args(given)
    from index.training import Sources, save, train  # torch and sentence-transformers: seconds to import
    from index.training_loop import Plan

    plan = Plan(dimensions=options.dimensions, seed=options.seed)
    with shown() as progress:
        sources = Sources.read(options.articles, options.questions, options.answers, options.texts)
        tokens, rows = train(sources, options.tokens, plan, progress)
    save(tokens, rows, options.out)
    size = sum(file.stat().st_size for file in options.out.iterdir())
    print(f"{options.out}: {len(tokens)} rows of {rows.shape[1]}, {size / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
