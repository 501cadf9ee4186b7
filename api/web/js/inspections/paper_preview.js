// A paper as it will be printed, within the page: its own style in a shadow tree, where the page's content policy allows it.

import { html, useLayoutEffect, useRef } from "../view.js";

/** Within the page the paper's wide margins would only be emptiness. */
const ON_SCREEN = "@media screen { body { background: none; } main { margin: 0 auto; padding: 24px 16px; } }";

export function PaperPreview({ page, title }) {
  const host = useRef(null);
  useLayoutEffect(() => {
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const { style, body } = parts(page);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${style}\n${ON_SCREEN}`);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(document.importNode(body, true));
    for (const table of root.querySelectorAll(".wide")) table.tabIndex = 0; // it scrolls sideways on a phone
  }, [page]);
  return html`<div class="preview" role="region" aria-label="预览：${title}" tabindex="0" ref=${host}></div>`;
}

/** The style apart, for it may not be written inline; widths of columns as attributes, for the same reason. */
function parts(page) {
  const style = /<style>([\s\S]*?)<\/style>/u.exec(page)?.[1] ?? "";
  const plain = page.replace(/<style>[\s\S]*?<\/style>/u, "").replace(/<col style="width:([\d.]+%)">/gu, '<col width="$1">');
  return { style, body: new DOMParser().parseFromString(plain, "text/html").body };
}
