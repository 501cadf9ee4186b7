// What belongs to the whole inspection: remarks and files, sharing, the flow of the regime.

import { getJson } from "../service.js";
import { html, useState } from "../view.js";
import { inspectors } from "./account.js";
import { Entries } from "./entries.js";
import { Evidence } from "./evidence.js";
import { useDraft } from "./item.js";
import { useLoaded } from "./loading.js";
import { add } from "./queue.js";

export function General({ account, state, checklist, id, editable }) {
  const remark = useDraft(account.id, `${id}/remark`, "");
  async function note(event) {
    event.preventDefault();
    if (!remark.value.trim()) return;
    await add(account.id, { inspection: id, kind: "event", event: { type: "noted", text: remark.value.trim() } });
    await remark.forget();
  }
  const files = state.general.filter((entry) => entry.said.type === "evidence-added" && entry.corrected_by.length === 0);
  return html`
    <details class="more">
      <summary>整次检查的备注和证据（${state.general.length}）</summary>
      ${editable &&
      html`<form onSubmit=${note}>
        <label for="remark">备注</label>
        <textarea id="remark" rows="2" maxlength="4000" value=${remark.value} onInput=${(e) => remark.set(e.target.value)}></textarea>
        <p><button type="submit" class="quiet">保存备注</button></p>
      </form>`}
      <${Evidence} account=${account} inspection=${id} files=${files} editable=${editable} />
      <${Entries} account=${account} state=${state} entries=${state.general} inspection=${id} editable=${editable} />
    </details>
    <${Sharing} account=${account} state=${state} id=${id} />
    ${checklist && html`<${Flow} checklist=${checklist} />`}
    ${!id.startsWith("new-") && html`<${Verified} id=${id} />`}
  `;
}

function Sharing({ account, state, id }) {
  const [open, setOpen] = useState(false);
  const [others] = useLoaded(() => (open ? inspectors() : Promise.resolve([])), [open]);
  const part = new Set([state.owner, ...state.shared, ...state.inspectors.map((p) => p.account)]);
  const own = state.owner === account.id || state.inspectors.some((p) => p.account === account.id);
  if (!own || account.role !== "inspector") return null;
  const rest = (others ?? []).filter((one) => !part.has(one.id));
  return html`<details class="more" onToggle=${(e) => setOpen(e.target.open)}>
    <summary>共享给别的检查人员</summary>
    <p class="hint">对方可以查看和录入。${state.shared.length > 0 ? `已共享给：${state.shared.map((one) => state.people[one] ?? one).join("、")}。` : ""}</p>
    ${open && others && rest.length === 0 && html`<p>没有别的检查人员可选，或者现在连不上服务。</p>`}
    <div class="buttons">
      ${rest.map((one) => html`<button key=${one.id} type="button" class="quiet" onClick=${() => add(account.id, { inspection: id, kind: "event", event: { type: "shared", account: one.id } })}>共享给 ${one.display}（${one.name}）</button>`)}
    </div>
  </details>`;
}

function Flow({ checklist }) {
  const [open, setOpen] = useState(false);
  return html`<details class="more" onToggle=${(e) => setOpen(e.target.open)}>
    <summary>检查流程图</summary>
    ${open && html`<p><a href=${checklist.flow} target="_blank" rel="noopener">单独打开流程图</a></p>
    <img class="flow" src=${checklist.flow} alt="${checklist.title}的检查流程：准备、检查内容、程序、处理。文字见下。" />
    <h3>程序</h3>
    <ol class="outcomes">${checklist.steps.map((step) => html`<li key=${step.n}>${step.text}</li>`)}</ol>`}
  </details>`;
}

function Verified({ id }) {
  const [words, setWords] = useState("");
  async function check() {
    setWords("正在核对……");
    const found = await getJson(`/v1/inspections/${id}/verification`).catch((error) => ({ problems: [error.message] }));
    setWords(found.whole ? "记录完整，没有改动。" : found.problems.join(""));
  }
  return html`<p class="buttons"><button type="button" class="quiet small" onClick=${check}>核对记录有没有被改动</button> <span role="status">${words}</span></p>`;
}
