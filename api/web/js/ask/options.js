// Asked back: what the question may mean, each with what the documents say of it.

import { html } from "../view.js";
import { Marked } from "./citations.js";

export function Options({ answer, open, current, choose, last }) {
  if (answer.options.length === 0) return null;
  const title = answer.status === "clarify" ? "请选一项，或者换个说法再问" : "您是不是还想问";
  return html`<section class="part">
    <h3>${title}</h3>
    <ul class="options plain-list">
      ${answer.options.map((option) => {
        const line = lineOf(answer, option);
        return html`<li>
          <button type="button" class="choice" disabled=${!last} onClick=${() => choose(option)}>${option}</button>
          ${line && html`<p class="option-line"><${Marked} text=${line.slice(option.length + 3)} ...${{ answer, open, current }} /></p>`}
        </li>`;
      })}
    </ul>
  </section>`;
}

/** The line of the text that says where an option leads: “选项”：…; empty where there is none. */
export function lineOf(answer, option) {
  return answer.text.split("\n").find((line) => line.startsWith(`“${option}”：`)) ?? "";
}

/** Every option says itself where it leads, so nothing above it has to. */
export function explained(answer) {
  return answer.status === "clarify" && answer.options.length > 0 && answer.options.every((option) => lineOf(answer, option));
}
