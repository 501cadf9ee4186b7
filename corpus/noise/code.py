"""Code of web pages that a converter left in the text: tags, escaped tags, style sheets, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.noise.stretch import Noise
from corpus.records import Span

_TAGS = (
    "a|abbr|article|aside|b|body|br|button|center|code|col|colgroup|dd|div|dl|dt|em|font|footer|form|h[1-6]|head|header|hr|html|i|"
    "iframe|img|input|label|li|link|main|meta|nav|o:p|ol|option|p|pre|script|section|select|small|span|strong|style|sub|sup|"
    "table|tbody|td|textarea|tfoot|th|thead|title|tr|u|ul|v:[a-z]+|w:[A-Za-z]+"
)
_WHOLE = re.compile(r"<!--.*?-->|<style\b[^>]*>.*?</style>|<script\b[^>]*>.*?</script>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]{{0,400}})?/?>", re.IGNORECASE)
_ESCAPED = re.compile(rf"&lt;/?(?:{_TAGS})(?:\s(?:(?!&gt;).){{0,400}})?/?&gt;", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp;)?(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#xa0|#8203);", re.IGNORECASE)
_INLINE = re.compile(r"(?:</?|&lt;/?)(?:a|abbr|b|em|font|i|small|span|strong|sub|sup|u|o:p|img|code)\b", re.IGNORECASE)
_DECLARED = r"\s*[a-z\-]{2,30}\s*:[^{};\u4e00-\u9fff]{1,160}"
_STYLE = re.compile(
    r"(?:^|(?<=[\s};]))[.#@]?[A-Za-z][\w.#:>*,\- \[\]=\"']{0,120}\{" + rf"{_DECLARED}(?:;{_DECLARED})*;?\s*\}}",
    re.MULTILINE,
)
_SCRIPT = re.compile(
    r"(?m)^[ \t]*(?:(?:var|let|const)\s+\w+\s*=|function\s*\w*\s*\(|window\.|document\.|\$\(|jQuery|\}\s*else\b|if\s*\(|return\b|\}\)?;?[ \t]*$)[^\n\u4e00-\u9fff。]*$"
)


def page_code(text: str) -> Iterator[Noise]:
    """Stretches of HTML, CSS and JavaScript. Tags inside a sentence leave it whole, those of blocks end a line."""
    for match in _WHOLE.finditer(text):
        yield Noise(Span(*match.span()), "网页代码")
    for form in (_TAG, _ESCAPED):
        for match in form.finditer(text):
            yield Noise(Span(*match.span()), "网页标签", joins=_INLINE.match(match[0]) is not None)
    for match in _ENTITY.finditer(text):
        yield Noise(Span(*match.span()), "转义空格", joins=True)
    for form in (_STYLE, _SCRIPT):
        for match in form.finditer(text):
            if match[0].strip():
                yield Noise(Span(*match.span()), "网页代码")
