// The same once more in another form, behind one line: for those who want to compare, in nobody's way.

import { html } from "../view.js";

/** `open` shows it at once, under `title` as a heading. */
export function Again({ title, folded, children }) {
  if (!folded) return html`<section class="part"><h3>${title}</h3>${children}</section>`;
  return html`<details class="more again part"><summary>${title}</summary>${children}</details>`;
}
