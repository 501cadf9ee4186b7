// All conversations of whoever is signed in, the newest first.

import { forgetConversation } from "../ask/stored.js";
import { Failure } from "../overview/parts.js";
import { getJson, request } from "../service.js";
import { html, useEffect, useState } from "../view.js";
import { Conversation } from "./conversation.js";

const ADDRESS = "/v1/conversations";

export function Own() {
  const [listed, setListed] = useState(null);
  const [next, setNext] = useState(null);
  const [failure, setFailure] = useState("");
  const [said, setSaid] = useState("");
  const fail = (error) => setFailure(error.message);
  const load = (after) =>
    getJson(after ? `${ADDRESS}?${new URLSearchParams({ after })}` : ADDRESS).then((page) => {
      setListed((before) => [...(after ? before : []), ...page.conversations]);
      setNext(page.next);
    }, fail);
  useEffect(() => void load(null), []);

  async function deleteAll() {
    try {
      const { deleted } = await (await request(ADDRESS, { method: "DELETE" })).json();
      forgetConversation();
      setListed([]);
      setNext(null);
      setSaid(`已删除 ${deleted} 次对话。`);
    } catch (error) {
      fail(error);
    }
  }

  if (listed === null) return html`<${Failure} words=${failure} />${!failure && html`<p class="status" role="status">正在取对话……</p>`}`;
  return html`
    <${Failure} words=${failure} />
    <p role="status" class=${said ? "notice notice-good" : "visually-hidden"}>${said}</p>
    ${listed.length === 0 && html`<p class="notice">现在没有保存的对话。<a href="/">去提问</a></p>`}
    <ul class="plain-list groups">${listed.map((one) => html`<${Conversation} key=${one.session} listed=${one} />`)}</ul>
    ${next && html`<p><button type="button" class="quiet" onClick=${() => load(next)}>再看一些</button></p>`}
    ${listed.length > 0 && html`<${DeleteAll} deleteAll=${deleteAll} />`}
  `;
}

function DeleteAll({ deleteAll }) {
  const [sure, setSure] = useState(false);
  return html`<details class="delete-all" open=${sure} onToggle=${(event) => setSure(event.target.open)}>
    <summary>全部删除</summary>
    <p>删除后不能恢复。</p>
    <button type="button" class="danger" onClick=${deleteAll}>确认删除我的全部对话</button>
  </details>`;
}
