"""The vocabulary of the bundled model: which characters, pairs and words have a row, and how a text becomes row numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from index.spelling import spelled

UNKNOWN = "[UNK]"
Rows = npt.NDArray[np.int64]


class Tokens:
    """Tokens with their row numbers; row 0 stands for everything unknown and is never learned."""

    def __init__(self, counts: Counter[str], size: int) -> None:
        """Keep the `size` most frequent tokens; ties by token."""
        kept = sorted(counts, key=lambda token: (-counts[token], token))[:size]
        self.rows = {UNKNOWN: 0} | {token: row for row, token in enumerate(kept, start=1)}
        self.rarity = _rarity([counts[token] for token in kept])

    def __len__(self) -> int:
        return len(self.rows)

    def encode(self, text: str) -> Rows:
        """Row numbers of the known tokens of a text, in order."""
        return np.fromiter(
            (row for t in spelled(text).split() if (row := self.rows.get(t)) is not None), dtype=np.int64
        )

    def tokenizer(self) -> Any:
        """The same as a tokenizer of the `tokenizers` library, for spelled texts."""
        from tokenizers import Tokenizer
        from tokenizers.models import WordLevel
        from tokenizers.pre_tokenizers import WhitespaceSplit

        tokenizer: Any = Tokenizer(WordLevel(self.rows, unk_token=UNKNOWN))
        tokenizer.pre_tokenizer = WhitespaceSplit()
        return tokenizer


def count(texts: Iterable[str], weight: int = 1) -> Counter[str]:
    """In how many texts each token occurs, times the weight."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(set(spelled(text).split()))
    return Counter({token: n * weight for token, n in found.items()})


def _rarity(counts: Sequence[int]) -> npt.NDArray[np.float32]:
    """Starting length of each row, shape `[number of rows]`: the logarithm of how rare the token is, mean 1, unknown 0."""
    most = max(counts, default=1)
    lengths = np.log(1.5 * most / np.array(counts, dtype=np.float64))
    return np.concatenate([[0.0], lengths / max(lengths.mean(), 1e-9)]).astype(np.float32)
