"""The report's Chinese names of kinds, checks and expectations, from `words.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

WORDS = Path(__file__).parent / "words.yaml"


@dataclass(frozen=True, slots=True)
class Words:
    """Names by family (`kinds`, `checks` …) and value."""

    families: Mapping[str, Mapping[str, str]]

    @classmethod
    def read(cls, file: Path = WORDS) -> Words:
        """The packaged names."""
        return cls(yaml.safe_load(file.read_text("utf-8")))

    def name(self, family: str, value: str) -> str:
        """What to call a value; the value itself where it has no name."""
        return self.families[family].get(value, value)

    def failure(self, failed: str) -> str:
        """A failed check in words: the name of the check, then what was found instead."""
        checks = self.families["checks"]
        keys = [key for key in checks if failed == key or failed.startswith(f"{key} ")]
        if not keys:
            return failed
        key = max(keys, key=len)
        found = failed[len(key) :].strip()
        return f"{checks[key]}：{self._found(key, found)}" if found else checks[key]

    def _found(self, check: str, found: str) -> str:
        if check == "status":
            return self.name("statuses", found)
        return "无" if found == "None" else found
