// Why: the quoted clauses by their place, each to be opened in the document.

import { html } from "../view.js";
import { tidyQuote } from "../words.js";
import { Mark } from "./citations.js";

const SHOWN = 3;

export function Basis({ answer, open, current }) {
  const { citations } = answer;
  if (citations.length === 0) return null;
  const severalTitles = new Set(citations.map((citation) => citation.title)).size > 1;
  const rows = byPlace(citations).map((group) => html`<${Row} ...${{ group, open, current, severalTitles }} />`);
  const more = rows.slice(SHOWN);
  return html`<section class="part basis-part">
    <h3>依据</h3>
    ${!severalTitles && html`<p class="basis-head">出自：${citations[0].title}</p>`}
    <ol class="basis">${rows.slice(0, SHOWN)}</ol>
    ${more.length > 0 && html`<details class="more"><summary>其余 ${more.length} 处依据</summary><ol class="basis">${more}</ol></details>`}
  </section>`;
}

function Row({ group, open, current, severalTitles }) {
  const [first] = group;
  const place = (severalTitles ? [first.title, ...first.path] : first.path).join(" › ");
  return html`<li>
    ${place && html`<p class="basis-head">${place}</p>`}
    ${group.map(({ n, quote }) => html`<blockquote>${tidyQuote(quote)}<${Mark} n=${n} open=${open} current=${current} /></blockquote>`)}
    <button type="button" class="quiet small" aria-label=${`在原文中看依据 ${first.n}`} onClick=${() => open(first.n)}>在原文中看</button>
  </li>`;
}

/** Citations of one place in one document stand together. */
function byPlace(citations) {
  const groups = new Map();
  for (const citation of citations) {
    const place = JSON.stringify([citation.document, citation.path]);
    groups.set(place, [...(groups.get(place) ?? []), citation]);
  }
  return [...groups.values()];
}
