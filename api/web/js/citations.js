// Citation marks: [n] in the text becomes a button that opens the source.

import { element } from "./dom.js";

/** A mark for citation `n`, or nothing. */
export function mark(n, open) {
  if (n === null || n === undefined) return "";
  const label = { class: "cite", type: "button", "data-citation": String(n), "aria-label": `查看依据 ${n}` };
  return element("button", { ...label, click: () => open(n) }, `[${n}]`);
}

/** Text with its [n] as buttons; an [n] without a citation stays text. */
export function withMarks(text, citations, open) {
  const known = new Set(citations.map((citation) => citation.n));
  return text.split(/(\[\d+\])/u).map((part) => {
    const n = /^\[(\d+)\]$/u.exec(part)?.[1];
    return n !== undefined && known.has(Number(n)) ? mark(Number(n), open) : part;
  });
}
