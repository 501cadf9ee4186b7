// The register of units: searching it, and importing a file after looking at what is read from it.

import { getJson } from "../service.js";
import { html, useEffect, useState } from "../view.js";
import { start } from "./frame.js";
import { Waiting, useLoaded } from "./loading.js";
import { UnitImport } from "./unit_import.js";

const TYPING_MS = 250;

function Units({ account }) {
  const [wanted, setWanted] = useState({ name: "", regime: "" });
  const [typed, setTyped] = useState("");
  const [more, setMore] = useState([]);
  const [imported, setImported] = useState(0);
  const [lists] = useLoaded(() => getJson("/v1/checklists"));
  const [first, error, again] = useLoaded(() => getJson(address(wanted, "")), [wanted, imported]);
  useEffect(() => setMore([]), [first]);
  useEffect(() => {
    const timer = setTimeout(() => setWanted((before) => ({ ...before, name: typed.trim() })), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const pages = first ? [first, ...more] : [];
  const next = pages.at(-1)?.next;
  const checklists = lists?.checklists ?? [];
  const may = ["inspector", "admin"].includes(account.role);
  return html`
    <h1>单位名录</h1>
    ${may && html`<${UnitImport} checklists=${checklists} imported=${() => setImported((n) => n + 1)} />`}
    <div class="filters">
      <label>名称里的字<input type="search" maxlength="200" value=${typed} onInput=${(e) => setTyped(e.target.value)} /></label>
      <label>监管制度
        <select value=${wanted.regime} onChange=${(e) => setWanted({ ...wanted, regime: e.target.value })}>
          <option value="">全部</option>
          ${checklists.map((c) => html`<option key=${c.id} value=${c.title}>${c.title}</option>`)}
        </select>
      </label>
    </div>
    ${(!first || error) && html`<${Waiting} what="名录" error=${error} again=${again} />`}
    ${first && !error && html`
      <p role="status">${first.total === 0 ? (wanted.name || wanted.regime ? "名录里没有符合条件的单位。" : "名录还是空的；请导入一份表格。") : `共 ${first.total} 家`}</p>
      ${first.total > 0 && html`<table class="data stacked">
        <caption class="visually-hidden">单位名录</caption>
        <thead><tr><th scope="col">单位</th><th scope="col">编号</th><th scope="col">监管制度</th><th scope="col">其他</th>${account.role === "inspector" && html`<th scope="col">检查</th>`}</tr></thead>
        <tbody>
          ${pages.flatMap((page) => page.units).map(
            (unit) => html`<tr key=${unit.id}>
              <th scope="row">${unit.name}</th>
              <td data-label="编号">${unit.id}</td>
              <td data-label="监管制度">${unit.regimes.join("、") || "没有写"}</td>
              <td data-label="其他">${Object.entries(unit.attributes).map(([head, value]) => `${head}：${value}`).join("；") || "—"}</td>
              ${account.role === "inspector" && html`<td><a href="/inspections/new?${new URLSearchParams({ unit: unit.name, register: unit.id })}">开始检查<span class="visually-hidden">${unit.name}</span></a></td>`}
            </tr>`,
          )}
        </tbody>
      </table>`}
      ${next && html`<p><button type="button" class="quiet" onClick=${async () => setMore([...more, await getJson(address(wanted, next))])}>再看后面的</button></p>`}
    `}
  `;
}

function address({ name, regime }, after) {
  return `/v1/units?${new URLSearchParams({ limit: "50", ...(name ? { name } : {}), ...(regime ? { regime } : {}), ...(after ? { after } : {}) })}`;
}

start(Units, ["staff", "inspector", "admin"]);
