// Citation marks: [n] in the text becomes a button that opens the source.

import { html } from "../view.js";

/** A mark for citation `n`; nothing where there is none. */
export function Mark({ n, open, current }) {
  if (n === null || n === undefined) return null;
  return html`<button
    type="button" class="cite" aria-label=${`查看依据 ${n}`} aria-current=${current === n ? "true" : undefined}
    onClick=${() => open(n)}>[${n}]</button>`;
}

/** Text with its [n] as marks; an [n] without a citation stays text. */
export function Marked({ text, answer, open, current }) {
  const known = new Set(answer.citations.map((citation) => citation.n));
  return text.split(/((?:\[\d+\])+[。，；：、！？）”]?)/u).map((part) => {
    const numbers = [...part.matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1]));
    if (numbers.length === 0 || !numbers.every((n) => known.has(n))) return part;
    // Kept on one line with the full stop: a browser may break around a button, and no line should begin with 。
    const punctuation = /\][^\]]*$/u.exec(part)[0].slice(1);
    return html`<span class="marks">${numbers.map((n) => html`<${Mark} n=${n} open=${open} current=${current} />`)}${punctuation}</span>`;
  });
}
