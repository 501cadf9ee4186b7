// One question of the conversation with what came of it.

import { html } from "../view.js";
import { AnswerView } from "./answer.js";
import { Feedback } from "./feedback.js";
import { Question } from "./question.js";
import { Tools } from "./tools.js";

/** `turn` is `{key, question, answer, stage, partial, problem}`; see conversation.js. */
export function Turn({ turn, open, current, choose, again, cancel, last }) {
  return html`<article class=${last ? "turn last" : "turn"} aria-labelledby=${`asked-${turn.key}`} aria-busy=${String(turn.stage !== "")}>
    <${Question} turn=${turn} />
    ${turn.stage && html`<${Waiting} turn=${turn} cancel=${cancel} />`}
    ${turn.problem && html`<${Problem} turn=${turn} again=${again} last=${last} />`}
    ${turn.answer &&
    html`<div class="answer">
        <${AnswerView} ...${{ answer: turn.answer, open, current, choose, last }} />
      </div>
      <footer class="turn-foot">
        <${Tools} answer=${turn.answer} />
        <${Feedback} answer=${turn.answer} />
      </footer>`}
  </article>`;
}

function Waiting({ turn, cancel }) {
  return html`<div class="waiting">
    <p class="stage"><span class="dots" aria-hidden="true"></span>${turn.stage}……</p>
    ${turn.partial && html`<p class="partial" aria-hidden="true">${turn.partial}</p>`}
    <button type="button" class="quiet small" onClick=${cancel}>不等了</button>
  </div>`;
}

function Problem({ turn, again, last }) {
  return html`<div class="failure" role="alert">
    <p>${turn.problem}</p>
    ${last && html`<button type="button" class="quiet" onClick=${() => again(turn.question)}>再试一次</button>`}
  </div>`;
}
