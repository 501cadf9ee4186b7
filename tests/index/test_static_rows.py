"""The bundled embedding read with numpy alone gives what model2vec gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.embedding import BundledEmbedder
from index.errors import SearchIndexError
from index.static_rows import load_static_rows


def test_vectors_are_those_of_the_bundled_embedder():
    texts = ["工资被拖欠了找谁", "老板跑路 abc 123", "☃", "", "我在工地干了三个月，一分钱没拿到"]
    mine = np.stack([load_static_rows().vector(text) for text in texts])
    assert mine == pytest.approx(BundledEmbedder().encode(texts), abs=1e-6)


@pytest.mark.parametrize("damaged", ["tokenizer.json", "model.safetensors"])
def test_a_damaged_file_is_an_error_in_words(damaged: str, tmp_path: Path):
    for name in {"tokenizer.json", "model.safetensors"} - {damaged}:
        (tmp_path / name).write_bytes((Path("index/model") / name).read_bytes())
    (tmp_path / damaged).write_bytes(b"{}")
    with pytest.raises(SearchIndexError, match="请重新安装"):
        load_static_rows(tmp_path)
