// A source document as a reader sees it, with one stretch of it marked, in its place in the table or clause.

import { cut } from "../codepoints.js";
import { html } from "../view.js";

/**
 * @param {{characters: string[], blocks: object[]}} source offsets count code points, as `characters` does
 * @param {{start: number, end: number}} marked
 */
export function DocumentView({ source, marked }) {
  return source.blocks.map((block) => html`<${Block} key=${block.start} ...${{ block, characters: source.characters, marked }} />`);
}

function Block({ block, characters, marked }) {
  if (block.kind === "table") return html`<${SourceTable} ...${{ block, characters, marked }} />`;
  const words = html`<${Stretch} ...${{ span: block, characters, marked }} />`;
  const level = `level-${Math.min(block.level, 4)}`;
  if (block.kind === "heading") return html`<p class=${`source-heading ${level}`} role="heading" aria-level=${Math.min(block.level, 3) + 3}>${words}</p>`;
  return html`<p class=${level}>${words}</p>`;
}

function SourceTable({ block, characters, marked }) {
  const cell = (one, heading) => {
    const words = html`<${Stretch} ...${{ span: one, characters, marked }} />`;
    const length = one.end - one.start;
    const spans = { class: length > 4 ? "worded" : undefined, rowspan: one.rows > 1 ? one.rows : undefined, colspan: one.columns > 1 ? one.columns : undefined };
    return heading && one.end > one.start ? html`<th scope="col" ...${spans}>${words}</th>` : html`<td ...${spans}>${words}</td>`;
  };
  return html`<div class="scroll-x" tabindex="0" role="region" aria-label="表格，可左右滑动"><table class="source-table">
    <thead><tr>${block.header.map((one) => cell(one, true))}</tr></thead>
    <tbody>${block.rows.map((row) => html`<tr>${row.map((one) => cell(one, false))}</tr>`)}</tbody>
  </table></div>`;
}

/** The words of a span, the marked part of them as <mark>. */
function Stretch({ span, characters, marked }) {
  const from = Math.max(span.start, marked.start);
  const to = Math.min(span.end, marked.end);
  if (from >= to) return unwrapped(cut(characters, span.start, span.end));
  const parts = [cut(characters, span.start, from), cut(characters, from, to), cut(characters, to, span.end)].map(unwrapped);
  return html`${parts[0]}<mark>${parts[1]}</mark>${parts[2]}`;
}

const WRAPPED = /(?<=[^\sA-Za-z0-9。；：！？!?:;])[ \t]*\n[ \t]*(?=\S)/gu;
const PADDED = /(?<=[^\s\x21-\x7e])[ \t\u3000]+(?=[^\s\x21-\x7e])/gu;

/** Lines that the source breaks in the middle of a sentence, joined; paragraphs stay apart (white-space: pre-line). */
function unwrapped(text) {
  return text.replace(WRAPPED, "").replace(PADDED, "").replace(/\n(?:[ \t]*\n)+/gu, "\n");
}
