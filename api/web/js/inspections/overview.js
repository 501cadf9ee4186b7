// All items at a glance, to jump to.

import { html } from "../view.js";

const MARKS = { 符合: "tag tag-good", 不符合: "tag tag-danger", 不适用: "tag", 未查: "tag tag-warning" };

export function Overview({ state, n, go }) {
  return html`<details class="more overview">
    <summary>全部 ${state.items.length} 项，点一项就转过去</summary>
    <ol class="plain-list">
      ${state.items.map(
        (item, k) => html`<li key=${item.id}>
          <button type="button" class="choice jump" aria-current=${k === n ? "true" : null} onClick=${() => go(k)}>
            <span>${k + 1}. ${item.text}</span>
            <span class="marks"><span class=${MARKS[item.finding]}>${item.finding}</span>${item.disputed ? html` <span class="tag tag-danger">不一致</span>` : ""}${item.files.length > 0 ? html` <span class="tag">证据 ${item.files.length}</span>` : ""}</span>
          </button>
        </li>`,
      )}
    </ol>
  </details>`;
}
