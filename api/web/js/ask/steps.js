// Steps and items of a list, in circles with their numbers; one alone needs no number.

import { html } from "../view.js";
import { Mark } from "./citations.js";

/** How clauses are numbered: （一）, 一、, 1、, （1）, 1. */
const LABEL = /^(?:[（(][\d一二三四五六七八九十百]+[）)]、?|[一二三四五六七八九十百]+、|\d+(?:、|[.．](?!\d)))\s*/u;

export function StepList({ steps, alone, open, current }) {
  return html`<ol class=${alone ? "steps steps-alone" : "steps"}>
    ${steps.map(
      (step) => html`<li>
        ${!alone && html`<span class="step-number" aria-hidden="true">${step.n}</span>`}
        <span>${step.text.replace(LABEL, "") || step.text}<${Mark} n=${step.citation} open=${open} current=${current} /></span>
      </li>`,
    )}
  </ol>`;
}
