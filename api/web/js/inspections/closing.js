// Pausing, going on, finishing, reopening; and what the documents demand that is still wanting.

import { html, useState } from "../view.js";
import { add } from "./queue.js";

export function Closing({ account, state, id, setSaid }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const may = account.role === "inspector";
  const step = async (event, words) => {
    await add(account.id, { inspection: id, kind: "event", event });
    setAsking(false);
    setSaid(words);
  };
  return html`
    <div class="standing">
      ${may && state.status === "进行中" && html`
        <button type="button" class="quiet small" onClick=${() => step({ type: "paused" }, "已暂停，暂停时不录入。")}>暂停</button>
        <button type="button" class="quiet small" onClick=${() => (state.unchecked > 0 || blocked(state) ? setAsking(true) : step({ type: "finished" }, "检查已经结束，可以出文书了。"))}>结束检查</button>`}
      ${may && state.status === "已暂停" && html`<button type="button" class="primary" onClick=${() => step({ type: "resumed" }, "继续检查。")}>继续检查</button>`}
      ${may && state.status === "已结束" && html`<button type="button" class="quiet small" onClick=${() => setAsking(!asking)}>重新打开</button>`}
    </div>
    ${asking && state.status === "进行中" && html`<div class="notice notice-warning" role="alert">
      <p>${[state.unchecked > 0 ? `还有 ${state.unchecked} 项没查` : "", blocked(state) ? "有两人结果不一致的项" : ""].filter(Boolean).join("，")}。仍要结束吗？</p>
      <p class="buttons"><button type="button" class="primary" onClick=${() => step({ type: "finished" }, "检查已经结束，可以出文书了。")}>确认结束</button>
      <button type="button" class="quiet" onClick=${() => setAsking(false)}>接着查</button></p>
    </div>`}
    ${asking && state.status === "已结束" && html`<form class="correcting" onSubmit=${(e) => {
      e.preventDefault();
      step({ type: "reopened", ...(reason.trim() ? { reason: reason.trim() } : {}) }, "已重新打开，可以补充和更正。");
    }}>
      <label>重新打开的原因（可以不写）<input type="text" maxlength="4000" value=${reason} onInput=${(e) => setReason(e.target.value)} /></label>
      <p><button type="submit" class="primary">重新打开</button></p>
    </form>`}
    ${state.reminders.length > 0 && html`<ul class="notice notice-warning reminders">${state.reminders.map((words) => html`<li key=${words}>${words}</li>`)}</ul>`}
  `;
}

function blocked(state) {
  return state.items.some((item) => item.disputed);
}
