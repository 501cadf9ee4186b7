// Where the question is written.

import { html, useState } from "../view.js";
import { Voice } from "./voice.js";

export const LONGEST = 2000;

/** `words` and `setWords` hold what is written, `send` asks it; `field` is a ref of the text field. */
export function Composer({ words, setWords, send, busy, field, problem, setProblem, following }) {
  function submit(event) {
    event.preventDefault();
    if (busy) return;
    if (words.trim() === "") {
      setProblem("请先写下您的问题。");
      field.current.focus();
    } else {
      setProblem("");
      send(words);
    }
  }

  function enter(event) {
    // Enter also confirms a word in a Chinese input method: that must not send the question.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    submit(event);
  }

  return html`<form id="ask" class=${following ? "composer following" : "composer"} novalidate onSubmit=${submit}>
    <label for="question">${following ? "接着问" : "写下您的问题"}</label>
    <p id="question-hint" class="hint">${following ? "可以接着上面的话问，比如“那没有违法所得呢？”" : "用平常的话就行。请不要写身份证号、手机号等个人信息。"}</p>
    ${problem && html`<p id="question-error" class="error" role="alert">${problem}</p>`}
    <textarea id="question" rows="2" maxlength=${LONGEST} autocomplete="off" enterkeyhint="send" ref=${field} value=${words}
      aria-describedby=${problem ? "question-error question-hint" : "question-hint"} aria-invalid=${problem ? "true" : undefined}
      onInput=${(event) => setWords(event.target.value)} onKeyDown=${enter}></textarea>
    <div class="composer-bar">
      <button class="primary" type="submit" aria-disabled=${String(busy)}>提问</button>
      <${Voice} onWords=${(heard) => setWords(words + heard)} onProblem=${setProblem} />
    </div>
  </form>`;
}
