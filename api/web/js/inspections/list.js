// My inspections: newest first, by regime and state, with those that are only on this device.

import { getJson } from "../service.js";
import { html, useEffect, useState } from "../view.js";
import { start } from "./frame.js";
import { read } from "./kept.js";
import { Waiting, useLoaded } from "./loading.js";
import { counts } from "./queue.js";
import { dayInWords, whenInWords } from "./words.js";

const STATES = ["进行中", "已暂停", "已结束"];
const TAGS = { 进行中: "tag", 已暂停: "tag tag-warning", 已结束: "tag tag-good" };

function List({ account, rows }) {
  const [wanted, setWanted] = useState({ regime: "", status: "" });
  const sent = rows.filter((row) => row.kind === "begin" && row.state === "sent").length;
  const path = address(wanted, "");
  const [first, error, again] = useLoaded(() => read(account.id, path), [path, sent]);
  const [more, setMore] = useState([]);
  useEffect(() => setMore([]), [first]);
  const [lists] = useLoaded(() => read(account.id, "/v1/checklists"));
  const pages = first ? [first.json, ...more] : [];
  const next = pages.at(-1)?.next;
  const here = rows.filter((row) => row.kind === "begin" && row.state !== "sent");
  return html`
    <div class="head-line">
      <h1>我的检查</h1>
      ${account.role === "inspector" && html`<a class="primary" href="/inspections/new">新的检查</a>`}
    </div>
    <div class="filters">
      <label>监管制度
        <select value=${wanted.regime} onChange=${(event) => setWanted({ ...wanted, regime: event.target.value })}>
          <option value="">全部</option>
          ${(lists?.json.checklists ?? []).map((c) => html`<option key=${c.id} value=${c.id}>${c.title}</option>`)}
        </select>
      </label>
      <label>进度
        <select value=${wanted.status} onChange=${(event) => setWanted({ ...wanted, status: event.target.value })}>
          <option value="">全部</option>
          ${STATES.map((s) => html`<option key=${s} value=${s}>${s}</option>`)}
        </select>
      </label>
    </div>
    ${first?.old && html`<p class="notice notice-warning">现在连不上服务，下面是 ${whenInWords(first.at)} 存在本机的列表。</p>`}
    <ul class="plain-list inspections">
      ${here.map(
        (row) => html`<li key=${row.key} class="card">
          <a class="unit-link" href="/inspections/walk?id=${row.inspection}">${row.event.unit}</a>
          <p class="muted">${dayInWords(row.event.day)}　${row.event.kind}</p>
          <p><span class="tag tag-warning">只在本机，待同步</span></p>
        </li>`,
      )}
      ${pages.flatMap((page) => page.inspections).map((one) => html`<${Listed} key=${one.id} one=${one} rows=${rows} />`)}
    </ul>
    ${!first && html`<${Waiting} what="检查列表" error=${error} again=${again} />`}
    ${first && pages[0].inspections.length + here.length === 0 && html`<p class="notice">${empty(wanted, account)}</p>`}
    ${next && html`<p><button type="button" class="quiet" onClick=${async () => setMore([...more, await getJson(address(wanted, next))])}>再看更早的</button></p>`}
  `;
}

function Listed({ one, rows }) {
  const { waiting, refused } = counts(rows.filter((row) => row.inspection === one.id));
  return html`<li class="card">
    <a class="unit-link" href="/inspections/walk?id=${one.id}">${one.unit}</a>
    <p class="muted">${one.regime}</p>
    <p class="muted">${dayInWords(one.day)}　${one.kind}</p>
    <p>
      <span class=${TAGS[one.status]}>${one.status}</span>${" "}
      ${waiting > 0 && html`<span class="tag tag-warning">${waiting} 条待同步</span>`}
      ${refused > 0 && html`<span class="tag tag-danger">${refused} 条没有收</span>`}
      <span class="muted changed">最后录入 ${whenInWords(one.changed_at)}</span>
    </p>
  </li>`;
}

function address({ regime, status }, after) {
  const asked = new URLSearchParams({ limit: "20" });
  if (regime) asked.set("regime", regime);
  if (status) asked.set("status", status);
  if (after) asked.set("after", after);
  return `/v1/inspections?${asked}`;
}

function empty({ regime, status }, account) {
  if (regime || status) return "没有符合这些条件的检查；可以把条件改成“全部”。";
  return account.role === "inspector" ? "还没有检查。要查一家单位，请点“新的检查”。" : "还没有检查。";
}

start(List);
