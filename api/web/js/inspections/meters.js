// Done against owed for each regime and term, what is due next first.

import { getJson } from "../service.js";
import { html, useState } from "../view.js";
import { start } from "./frame.js";
import { PlaceButton } from "./inspection.js";
import { Waiting, useLoaded } from "./loading.js";
import { dayInWords, today } from "./words.js";

const FILES = [["xlsx", "Excel 表格"], ["docx", "Word 文件"], ["ics", "日历（ics）"], ["csv", "CSV"]];

const FIRST = 6;
const wide = matchMedia("(min-width: 48rem)");

function Meters({ panel }) {
  const [day, setDay] = useState(today());
  const [regime, setRegime] = useState("");
  const [lists] = useLoaded(() => getJson("/v1/checklists"));
  const asked = (format) => `/v1/meters?${new URLSearchParams({ as_of: day, ...(regime ? { regime } : {}), ...(format ? { format } : {}) })}`;
  const [found, error, again] = useLoaded(() => getJson(asked("")), [day, regime]);
  return html`
    <h1>检查进度</h1>
    <div class="filters">
      <label>监管制度
        <select value=${regime} onChange=${(e) => setRegime(e.target.value)}>
          <option value="">全部</option>
          ${(lists?.checklists ?? []).map((c) => html`<option key=${c.id} value=${c.title}>${c.title}</option>`)}
        </select>
      </label>
      <label>按哪一天统计<input type="date" value=${day} onInput=${(e) => e.target.value && setDay(e.target.value)} /></label>
    </div>
    ${(!found || error) && html`<${Waiting} what="检查进度" error=${error} again=${again} />`}
    ${found && !error && html`
      <section>
        <h2>接下来要做</h2>
        ${found.due.length === 0 && html`<p>这些期间要做的都够了。</p>`}
        <${Due} due=${found.due.slice(0, FIRST)} from=${1} />
        ${found.due.length > FIRST && html`<details class="more">
          <summary>再看其余 ${found.due.length - FIRST} 项</summary>
          <${Due} due=${found.due.slice(FIRST)} from=${FIRST + 1} />
        </details>`}
      </section>
      ${found.regimes.map((r) => html`<${Regime} key=${r.title} r=${r} panel=${panel} open=${wide.matches || found.regimes.length === 1} />`)}
      <section>
        <h2>下载</h2>
        <p class="buttons">${FILES.map(([format, words]) => html`<a key=${format} class="quiet" href=${asked(format)} download>${words}</a>`)}
        <a class="quiet" href=${asked("svg")} target="_blank" rel="noopener">图（SVG）</a></p>
      </section>
    `}
  `;
}

function Due({ due, from }) {
  return html`<ol class="due" start=${from}>
    ${due.map(
      (d, k) => html`<li key=${k}><strong>${dayInWords(d.by)}前</strong>　${d.check}${d.what}还差 <strong>${d.left}</strong> ${d.unit}　<span class="muted">${d.regime}</span></li>`,
    )}
  </ol>`;
}

/** On a phone folded to its heading, which says how much is done. */
/** Nothing to measure against is not the same as nothing owed. */
function counted({ meters, uncounted }, enough) {
  if (meters.length > 0) return `${meters.length} 项指标，${enough} 项已够`;
  return uncounted.length > 0 ? `${uncounted.length} 项指标还算不出` : "没有能按日历统计的指标";
}

function Regime({ r, panel, open }) {
  const enough = r.meters.filter((m) => m.left === 0).length;
  return html`<details class="meters more" open=${open}>
    <summary><h2>${r.title}</h2><span class="muted">名录里 ${r.units} 家；${counted(r, enough)}</span></summary>
    ${r.meters.length > 0 && html`<${Bar} done=${enough} owed=${r.meters.length} />`}
    ${r.meters.length === 0 && html`<p>${r.uncounted.length > 0 ? "各项指标现在都算不出应完成多少，原因写在下面。" : "这项制度没有能按日历统计的指标。"}</p>`}
    ${r.meters.length + r.uncounted.length > 0 &&
    html`<table class="data stacked">
      <caption class="visually-hidden">${r.title}：已完成和应完成</caption>
      <thead><tr><th scope="col">检查</th><th scope="col">期间</th><th scope="col">已完成 / 应完成</th><th scope="col">还差</th><th scope="col">最迟</th><th scope="col">算式和原文</th></tr></thead>
      <tbody>
        ${r.meters.map(
          (m, k) => html`<tr key=${k}>
            <th scope="row">${m.check}${m.what}</th>
            <td data-label="期间">${m.term}</td>
            <td data-label="已完成 / 应完成"><${Bar} done=${m.done} owed=${m.owed} /> ${m.done} / ${m.owed} ${m.unit}</td>
            <td data-label="还差">${m.left > 0 ? html`<strong>${m.left} ${m.unit}</strong>` : html`<span class="tag tag-good">已够</span>`}</td>
            <td data-label="最迟">${m.left > 0 ? dayInWords(m.by) : "—"}</td>
            <td><details><summary>怎么算的</summary><p>${m.working}</p></details><${PlaceButton} panel=${panel} place=${m.citation} /></td>
          </tr>`,
        )}
        ${r.uncounted.map(
          (u, k) => html`<tr key=${`u${k}`}>
            <th scope="row">${u.check}${u.what}</th>
            <td data-label="期间">—</td>
            <td data-label="已完成 / 应完成"><span class="tag">未计入</span> ${u.demand}</td>
            <td data-label="还差">—</td>
            <td data-label="最迟">—</td>
            <td><details><summary>为什么没有计入</summary><p>${u.why}。</p></details>${u.citation && html`<${PlaceButton} panel=${panel} place=${u.citation} />`}</td>
          </tr>`,
        )}
      </tbody>
    </table>`}
    ${r.notes.length > 0 && html`<ul class="muted notes">${r.notes.map((words, k) => html`<li key=${k}>${words}</li>`)}</ul>`}
  </details>`;
}

/** The figures stand beside it in words: the bar is for the eye alone. */
function Bar({ done, owed }) {
  const width = owed > 0 ? Math.min(100, (100 * done) / owed) : 100;
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="bar-ground" x="0" y="0" width="100" height="10" />
    <rect class=${width >= 100 ? "bar-full" : "bar-done"} x="0" y="0" width=${width} height="10" />
  </svg>`;
}

start(Meters, ["staff", "inspector", "admin"]);
