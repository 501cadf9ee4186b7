// One conversation of the list: going on with it, keeping it as a file, deleting it.

import { forgetConversation, store, storedConversation } from "../ask/stored.js";
import { getJson, remove } from "../service.js";
import { html, useState } from "../view.js";

const LONGEST = 60;

/** `listed` is `{session, first, questions, changed_at}`; without a time it is the one of this tab. */
export function Conversation({ listed }) {
  const { session, questions, changed_at } = listed;
  const [state, setState] = useState({ asked: false, gone: false, failure: "" });
  const address = `/v1/conversations/${encodeURIComponent(session)}`;
  const first = shortened(listed.first);

  async function doing(work) {
    try {
      await work();
    } catch (error) {
      setState({ asked: false, gone: false, failure: error.message });
    }
  }
  const goOn = () =>
    doing(async () => {
      const { turns } = await getJson(address);
      store({ session, turns: turns.filter((turn) => turn.answer).map(asTurn) });
      location.assign("/");
    });
  const erase = () =>
    doing(async () => {
      await remove(address);
      if (storedConversation().session === session) forgetConversation();
      setState({ asked: false, gone: true, failure: "" });
    });

  if (state.gone) return html`<li class="card"><p role="status">已删除：${first}</p></li>`;
  return html`<li class="card">
    <h2>${first}</h2>
    <p class="muted">${changed_at && `${new Date(changed_at).toLocaleString("zh-CN", { dateStyle: "medium", timeStyle: "short" })}　`}问了 ${questions} 个问题</p>
    ${state.failure && html`<p class="error" role="alert">${state.failure}</p>`}
    <p class="conversation-buttons">
      <button type="button" class="quiet" aria-label=${`打开：${first}`} onClick=${goOn}>打开，接着问</button>
      <a class="quiet" href=${`${address}?format=txt`} download aria-label=${`存成文件：${first}`}>存成文件</a>
      ${!state.asked && html`<button type="button" class="quiet" aria-label=${`删除：${first}`} onClick=${() => setState({ ...state, asked: true })}>删除</button>`}
      ${state.asked && html`<button type="button" class="danger" onClick=${erase}>确认删除，不能恢复</button>
        <button type="button" class="quiet" onClick=${() => setState({ ...state, asked: false })}>不删</button>`}
    </p>
  </li>`;
}

function asTurn({ question, answer }, n) {
  return { key: `kept-${n}`, question, answer, stage: "", partial: "", problem: "" };
}

function shortened(words) {
  const all = Array.from(words);
  return all.length > LONGEST ? `${all.slice(0, LONGEST).join("")}……` : words;
}
