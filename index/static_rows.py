"""The bundled static embedding read with numpy alone: for a classifier on the path of every question.

model2vec takes 0.3 s to import; reading its files takes a hundredth of that. Rows stay in the file (a memory map): a
question touches a few dozen of them.
"""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.embedding import BUNDLED, normalised
from index.errors import SearchIndexError
from index.spelling import spelled

_TABLE, _FACTORS = "embeddings", "weights"


@dataclass(frozen=True, slots=True)
class StaticRows:
    """Token → row; the vector of a text is the normalised sum of its tokens' rows."""

    tokens: dict[str, int]
    rows: npt.NDArray[np.int8]
    """Shape `[tokens, dimensions]`."""
    factors: npt.NDArray[np.float32]
    """One factor per row."""

    def vector(self, text: str) -> npt.NDArray[np.float32]:
        """Vector of length 1; zeros for a text of which no token is known."""
        known = [row for token in spelled(text).split() if (row := self.tokens.get(token)) is not None]
        total = self.factors[known] @ self.rows[known].astype(np.float32)
        return normalised(total[None, :])[0]


def load_static_rows(folder: Path = BUNDLED) -> StaticRows:
    """The bundled model. Raises SearchIndexError when a file is missing or is something else."""
    try:
        tokens: dict[str, int] = json.loads((folder / "tokenizer.json").read_bytes())["model"]["vocab"]
        file = folder / "model.safetensors"
        with file.open("rb") as opened:
            size = struct.unpack("<Q", opened.read(8))[0]
            header: dict[str, Any] = json.loads(opened.read(size))
        shape, start = header[_TABLE]["shape"], 8 + size
        rows = np.memmap(file, np.int8, "r", start + header[_TABLE]["data_offsets"][0], tuple(shape))
        factors = np.memmap(file, "<f4", "r", start + header[_FACTORS]["data_offsets"][0], (shape[0],))
    except (OSError, ValueError, KeyError, TypeError, struct.error) as error:
        raise SearchIndexError(f"自带的语义模型不能读取：{folder}（{error}）。请重新安装本程序。") from error
    return StaticRows({t: i for t, i in tokens.items() if t != "[UNK]"}, rows, np.array(factors))


def digest(folder: Path = BUNDLED) -> str:
    """SHA-256 of the model's files: tells whether weights were trained on just this model."""
    whole = hashlib.sha256()
    for name in ("tokenizer.json", "model.safetensors"):
        whole.update((folder / name).read_bytes())
    return whole.hexdigest()
