// Whether an answer helped, and if not, why.

import { sendJson } from "../service.js";
import { html, useRef, useState } from "../view.js";

const REASONS = ["答的不是我问的", "没有写到我要的", "看不懂", "和实际不一样", "原文引得不对"];
const LONGEST_QUESTION = 2000;

export function Feedback({ answer }) {
  const [state, setState] = useState("asking"); // asking | why | sending | thanked
  const [problem, setProblem] = useState("");
  const form = useRef(null);

  async function send(helpful, reason) {
    setState("sending");
    setProblem("");
    try {
      const question = answer.question.slice(0, LONGEST_QUESTION);
      await sendJson("POST", "/v1/feedback", { id: answer.id, question, helpful, reason });
      setState("thanked");
    } catch (error) {
      setProblem(error.message);
      setState(helpful ? "asking" : "why");
    }
  }

  function submit(event) {
    event.preventDefault();
    const given = new FormData(form.current);
    send(false, [given.get("reason"), given.get("more")?.trim()].filter(Boolean).join("："));
  }

  if (state === "thanked") return html`<p class="feedback" role="status">谢谢，已经记下。</p>`;
  return html`<div class="feedback">
    <p class="feedback-line">
      <span>这个答复有帮助吗？</span>
      <button type="button" class="quiet small" disabled=${state === "sending"} onClick=${() => send(true, "")}>有帮助</button>
      <button type="button" class="quiet small" aria-expanded=${String(state === "why")} disabled=${state === "sending"}
        onClick=${() => setState(state === "why" ? "asking" : "why")}>没帮助</button>
    </p>
    ${state === "why" &&
    html`<form class="why" ref=${form} onSubmit=${submit}>
      <fieldset>
        <legend>哪里不好？（可不选）</legend>
        ${REASONS.map((words) => html`<label class="switch"><input type="radio" name="reason" value=${words} /> ${words}</label>`)}
      </fieldset>
      <label>还想说的（可不写，请不要写个人信息）
        <textarea name="more" rows="2" maxlength="400"></textarea>
      </label>
      <button type="submit" class="quiet">提交</button>
    </form>`}
    ${problem && html`<p class="error" role="alert">${problem}</p>`}
  </div>`;
}
