// Questions that stayed unanswered, alike ones together; for staff.

import { asQuery, useAddress } from "../overview/address.js";
import { Failure, More, usePages } from "../overview/parts.js";
import { byId } from "../dom.js";
import { html, render } from "../view.js";

const REASONS = [["not_in_corpus", "文件没有写"], ["out_of_scope", "不归本局管"], ["clarify", "没有再选"], ["unhelpful", "评价没有帮助"]];

function Questions() {
  const [wanted, want] = useAddress(["since", "status"]);
  const query = asQuery(wanted);
  const { rows, data, failure, busy, more } = usePages(`/v1/questions${query}`, "groups");
  return html`
    <${Filters} key=${query} wanted=${wanted} want=${want} />
    <p role="status" class="status-line">${data ? said(data) : ""}</p>
    <${Failure} words=${failure} />
    ${data?.total > 0 && html`<p><a class="quiet" href=${`/v1/questions/cases${query}`} download="asked.jsonl">存成评测案例</a> <span class="muted">每组一行，填上应有的答案就能用来评测。</span></p>`}
    <ol class="plain-list groups">${rows.map((group) => html`<${Group} key=${group.status + group.questions[0]} group=${group} />`)}</ol>
    <${More} more=${more} busy=${busy} left=${data ? data.total - rows.length : 0} />
  `;
}

function said(data) {
  return data.total ? `${data.total} 组，一共问了 ${data.asked} 次。` : "没有未答上来的问题。";
}

function Filters({ wanted, want }) {
  const submit = (event) => {
    event.preventDefault();
    const sent = new FormData(event.target);
    want({ since: sent.get("since"), status: sent.get("status") });
  };
  return html`<form class="search-row" aria-label="筛选问题" onSubmit=${submit}>
    <div class="field"><label for="since">从哪一天起</label><input id="since" name="since" type="date" defaultValue=${wanted.since} /></div>
    <div class="field"><label for="status">为什么没有答上来</label><select id="status" name="status">
      <option value="">全部</option>
      ${REASONS.map(([key, words]) => html`<option value=${key} selected=${key === wanted.status}>${words}</option>`)}
    </select></div>
    <button type="submit" class="primary">筛选</button>
  </form>`;
}

function Group({ group }) {
  const [first, ...others] = group.questions;
  return html`<li class="card">
    <p class="group-head"><strong>${group.count} 次</strong> <span class="tag">${group.why}</span></p>
    <p class="group-question">${first}</p>
    ${others.length > 0 && html`<details><summary>别的问法（${group.wordings - 1}）</summary><ul>${others.map((words) => html`<li>${words}</li>`)}</ul></details>`}
  </li>`;
}

render(html`<${Questions} />`, byId("questions"));
