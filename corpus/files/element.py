"""An element of parsed XML or HTML, as far as the readers use it: lxml brings no types of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol


class Element(Protocol):
    """What lxml's element offers."""

    @property
    def tag(self) -> object:
        """Name with namespace; no string for comments and processing instructions."""
        ...

    @property
    def text(self) -> str | None:
        """Words before the first child."""
        ...

    @property
    def tail(self) -> str | None:
        """Words after the element's end."""
        ...

    @property
    def attrib(self) -> Mapping[str, str]:
        """Attributes by name."""
        ...

    def get(self, key: str) -> str | None:
        """An attribute."""
        ...

    def find(self, path: str) -> Element | None:
        """The first descendant on a path."""
        ...

    def findall(self, path: str) -> list[Element]:
        """All descendants on a path."""
        ...

    def iter(self) -> Iterator[Element]:
        """The element and everything in it, in document order."""
        ...

    def getparent(self) -> Element | None:
        """The element around this one."""
        ...

    def __iter__(self) -> Iterator[Element]: ...

    def __len__(self) -> int: ...
