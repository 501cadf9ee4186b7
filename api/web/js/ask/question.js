// What was asked, as the heading of its turn. Of a pasted letter the beginning: the answer must not be pushed off the screen.

import { characters } from "../codepoints.js";
import { html } from "../view.js";

const LONG = 100;
const BEGINNING = 50;

export function Question({ turn }) {
  const all = characters(turn.question);
  const long = all.length > LONG;
  const shown = long ? `${all.slice(0, BEGINNING).join("").replace(/\s+/gu, " ")}……` : turn.question;
  return html`<h2 id=${`asked-${turn.key}`} class="asked" tabindex="-1"><span class="asked-mark">您问</span>${shown}</h2>
    ${long && html`<details class="more asked-all"><summary>看您问的全文（${all.length} 字）</summary><p>${turn.question}</p></details>`}`;
}
