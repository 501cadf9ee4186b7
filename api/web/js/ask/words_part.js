// The sentences of an answer. What stands below in a form of its own (steps, options) is not said twice.

import { html } from "../view.js";
import { Marked } from "./citations.js";
import { lineOf } from "./options.js";

const BULLET = /^[·•]\s*/u;

export function Words({ answer, open, current }) {
  const steps = new Set(answer.steps.map((step) => bare(step.text)));
  const options = new Set(answer.options.map((option) => lineOf(answer, option)));
  const lines = answer.text.split("\n").filter((line) => line.trim() && !steps.has(bare(line)) && !options.has(line));
  return html`<div class="words">${grouped(lines).map((group) => html`<${Group} ...${{ group, answer, open, current }} />`)}</div>`;
}

function Group({ group, ...given }) {
  if (!group.bullets) return html`<p><${Marked} text=${group.lines[0]} ...${given} /></p>`;
  return html`<ul>${group.lines.map((line) => html`<li><${Marked} text=${line.replace(BULLET, "")} ...${given} /></li>`)}</ul>`;
}

/** Lines that begin with a dot are one list, each other line a paragraph. */
function grouped(lines) {
  const groups = [];
  for (const line of lines) {
    const bullets = BULLET.test(line);
    if (bullets && groups.at(-1)?.bullets) groups.at(-1).lines.push(line);
    else groups.push({ bullets, lines: [line] });
  }
  return groups;
}

/** A line without its dot, its marks and its full stop. */
function bare(line) {
  return line.replace(BULLET, "").replace(/\[\d+\]/gu, "").replace(/[。；]$/u, "").trim();
}
