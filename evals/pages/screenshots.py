"""`python -m evals.pages.screenshots`: pictures of the screens, on a phone and on a desk, into docs/images."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evals.pages.browser import NoBrowserError, sign_in, site
from evals.pages.screens import SCREENS, Screen

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_SIZES = ((360, 780), (1440, 900))
_MOST_BYTES = 150_000
_COLOURS = (128, 64, 32)


def screenshots(
    out: Annotated[Path, typer.Option(help="folder for the pictures")] = Path("docs/images"),
    only: Annotated[str, typer.Option(help="name of one screen")] = "",
) -> None:
    """Take them all, or those of one screen."""
    chosen = [screen for screen in SCREENS if only in ("", screen.name)]
    if not chosen:
        raise typer.BadParameter(f"no screen {only}; there are: {', '.join(screen.name for screen in SCREENS)}")
    out.mkdir(parents=True, exist_ok=True)
    try:
        with site(frozenset(screen.role for screen in chosen if screen.role)) as (address, browser):
            for screen in chosen:
                for size in _SIZES:
                    path = out / f"{screen.name}-{size[0]}.png"
                    path.write_bytes(reduced(_picture(browser, address, screen, size)))
                    typer.echo(f"{path}  {path.stat().st_size // 1024} KiB")
    except NoBrowserError as error:
        sys.exit(str(error))


def reduced(png: bytes) -> bytes:
    """The picture in a palette, small enough for the repository. Raises ValueError where even few colours are too many."""
    from PIL import Image

    picture = Image.open(BytesIO(png)).convert("RGB")
    for colours in _COLOURS:
        out = BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= _MOST_BYTES:
            return out.getvalue()
    raise ValueError(f"more than {_MOST_BYTES} bytes even in {_COLOURS[-1]} colours")


def _picture(browser: Browser, address: str, screen: Screen, size: tuple[int, int]) -> bytes:
    context = browser.new_context(
        base_url=address,
        viewport={"width": size[0], "height": size[1]},
        locale="zh-CN",
        color_scheme="dark" if screen.dark else "light",
        reduced_motion="reduce",
        service_workers="block",
    )
    page = context.new_page()
    if screen.role:
        sign_in(page, screen.role)
    page.goto(screen.path)
    page.wait_for_load_state("networkidle")
    screen.before(page)
    page.evaluate("document.activeElement?.blur()")
    page.mouse.move(0, 0)
    taken = page.screenshot()
    context.close()
    return taken


if __name__ == "__main__":
    typer.run(screenshots)
