// A fine on the common scale. Where it begins and ends was worked out by the service; here it is only drawn.

import { html } from "../view.js";

const LEAST = 1.2;

/** @param bar `{start, end, open_low, open_high}` in shares of the scale; @param ticks `[{at, words}]` */
export function Bar({ bar, ticks }) {
  const start = bar.start * 100;
  const width = Math.max((bar.end - bar.start) * 100, LEAST);
  const x = Math.min(start, 100 - width);
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    ${ticks.map((tick) => html`<line class="bar-tick" x1=${tick.at * 100} x2=${tick.at * 100} y1="0" y2="10" />`)}
    <rect class=${bar.open_low || bar.open_high ? "bar-ink bar-open" : "bar-ink"} x=${x} y="2" width=${width} height="6" />
  </svg>`;
}

/** The scale itself, over the column. */
export function Ticks({ ticks }) {
  const last = ticks.length - 1;
  const anchor = (n) => (n === 0 ? "start" : n === last ? "end" : "middle");
  return html`<svg class="ticks" aria-hidden="true" focusable="false">
    ${ticks.map((tick, n) => html`<text x=${`${tick.at * 100}%`} y="14" text-anchor=${anchor(n)}>${tick.words}</text>`)}
  </svg>`;
}

/** The fine of a row: its bar, its words, and what cannot be drawn said instead. */
export function Fine({ row, ticks }) {
  const { fine, bar } = row;
  if (fine.kind === "none") return html`<p class="muted unpriced">${row.measures.some((m) => m.includes("罚款")) ? "可以罚款，没有写金额" : "没有写金额"}</p>`;
  const may = fine.optional ? "可以罚：" : "";
  return html`
    ${bar ? html`<${Bar} bar=${bar} ticks=${ticks} />` : html`<p class="muted by-times">按倍数，不是固定金额</p>`}
    <p class="fine-words">${may}${row.fine_words}</p>
    ${bar?.open_low && html`<p class="muted small-note">条款没有写下限</p>`}
    ${bar?.open_high && html`<p class="muted small-note">条款没有写上限</p>`}
  `;
}
