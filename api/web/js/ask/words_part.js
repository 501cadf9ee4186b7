// The sentences of an answer. Steps stand where the text has them, as a list; what has a form of its own below is not said twice.

import { html } from "../view.js";
import { Marked } from "./citations.js";
import { lineOf } from "./options.js";
import { StepList } from "./steps.js";

/** Where several bureaus answer, each under its name. */
const BUREAU = /^【.+】$/u;
const BULLET = /^[·•]\s*/u;

export function Words({ answer, open, current }) {
  const given = { answer, open, current };
  return html`<div class="words">${grouped(answer).map((group) => html`<${Group} ...${{ group, ...given }} />`)}</div>`;
}

/** Steps that no line of the text is about: they are shown after it. */
export function stepsOutsideText(answer) {
  const lines = new Set(answer.text.split("\n").map(bare));
  return answer.steps.filter((step) => !lines.has(bare(step.text)));
}

function Group({ group, ...given }) {
  const { kind, held } = group;
  if (kind === "steps") return html`<${StepList} steps=${held} alone=${given.answer.steps.length === 1} ...${given} />`;
  if (kind === "bureau") return html`<h3 class="of-bureau">${held[0].slice(1, -1)}</h3>`;
  if (kind === "bullets") return html`<ul>${held.map((line) => html`<li><${Marked} text=${line.replace(BULLET, "")} ...${given} /></li>`)}</ul>`;
  return html`<p><${Marked} text=${held[0]} ...${given} /></p>`;
}

/** Steps that follow one another are one list, lines that begin with a dot another, each other line a paragraph. */
function grouped(answer) {
  const options = new Set(answer.options.map((option) => lineOf(answer, option)));
  const steps = new Map(answer.steps.map((step) => [bare(step.text), step]));
  const groups = [];
  for (const line of answer.text.split("\n")) {
    if (!line.trim() || options.has(line)) continue;
    const step = steps.get(bare(line));
    const kind = step ? "steps" : BULLET.test(line) ? "bullets" : BUREAU.test(line) ? "bureau" : "paragraph";
    if ((kind === "steps" || kind === "bullets") && groups.at(-1)?.kind === kind) groups.at(-1).held.push(step ?? line);
    else groups.push({ kind, held: [step ?? line] });
  }
  return groups;
}

/** A line without its dot, its marks and its full stop. */
function bare(line) {
  return line.replace(BULLET, "").replace(/\[\d+\]/gu, "").replace(/[。；]$/u, "").trim();
}
