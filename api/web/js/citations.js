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
  return text.split(/((?:\[\d+\])+[。，；：、！？）”]?)/u).map((part) => {
    const numbers = [...part.matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1]));
    if (numbers.length === 0 || !numbers.every((n) => known.has(n))) return part;
    // Kept on one line with the full stop: a browser may break around a button, and no line should begin with 。
    const punctuation = /\][^\]]*$/u.exec(part)[0].slice(1);
    return element("span", { class: "marks" }, ...numbers.map((n) => mark(n, open)), punctuation);
  });
}
