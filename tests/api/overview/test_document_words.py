"""Every shape that documents come in has a name that people understand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from api.overview.document_words import shape_names
from assistant.assistant import Assistant
from corpus.shapes.catalogue import OUTLINE_SHAPES, TABLE_SHAPES


@pytest.mark.parametrize("shape", [one.name for one in (*TABLE_SHAPES, *OUTLINE_SHAPES)])
def test_no_shape_is_called_another_form(ferry: Assistant, shape: str) -> None:
    document = replace(ferry.knowledge.corpus.documents[0], shapes=(shape,))
    [name] = shape_names(document)
    assert name and name != "其他形式"
