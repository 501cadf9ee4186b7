// The year's plan: how many checks a month, a calendar of the month chosen, and files to keep.

import { getJson, sendJson } from "../service.js";
import { html, useEffect, useState } from "../view.js";
import { Calendar } from "./calendar.js";
import { start } from "./frame.js";
import { PlaceButton } from "./inspection.js";
import { Waiting, useLoaded } from "./loading.js";
import { saveAnswer } from "./saving.js";
import { today } from "./words.js";

const FILES = [["ics", "日历（ics）"], ["xlsx", "Excel 表格"], ["docx", "Word 文件"]];
const MONTHS = Array.from({ length: 12 }, (_, k) => k + 1);

function Plan({ panel }) {
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const [regime, setRegime] = useState("");
  const [month, setMonth] = useState(Number(today().slice(5, 7)));
  const [counts, setCounts] = useState(null);
  const [words, setWords] = useState("");
  const [held, fault, retry] = useLoaded(() => getJson("/v1/meters"));
  useEffect(() => held && setCounts(Object.fromEntries(held.regimes.map((r) => [r.title, r.units]))), [held]);
  const units = Object.fromEntries(Object.entries(counts ?? {}).filter(([title, n]) => n > 0 && (!regime || title === regime)));
  const order = { year, ...(regime ? { regime } : {}), ...(Object.keys(units).length > 0 ? { units } : {}) };
  const [plan, error, again] = useLoaded(
    async () => (counts ? sendJson("POST", "/v1/plans", order) : undefined),
    [JSON.stringify(order), counts !== null],
  );
  const save = (format) => async () => {
    setWords("正在生成……");
    try {
      setWords(`已下载“${await saveAnswer("/v1/plans", { ...order, format }, `检查计划.${format}`)}”。`);
    } catch (failed) {
      setWords(failed.message);
    }
  };
  if (!counts) return html`<h1>全年检查计划</h1><${Waiting} what="监管制度和名录的家数" error=${fault} again=${retry} />`;
  const lines = plan?.lines ?? [];
  const inMonth = (n) => lines.filter((line) => Number(line.month?.slice(5)) === n);
  const undated = lines.filter((line) => !line.month);
  return html`
    <h1>全年检查计划</h1>
    <div class="filters">
      <label>年份<input type="number" min="2000" max="2100" value=${year} onChange=${(e) => Number(e.target.value) >= 2000 && setYear(Number(e.target.value))} /></label>
      <label>监管制度
        <select value=${regime} onChange=${(e) => setRegime(e.target.value)}>
          <option value="">全部</option>
          ${Object.keys(counts).map((title) => html`<option key=${title} value=${title}>${title}</option>`)}
        </select>
      </label>
    </div>
    <details class="more">
      <summary>各项制度有几家单位（先取名录里的家数，可以改）</summary>
      <div class="filters">
        ${Object.entries(counts)
          .filter(([title]) => !regime || title === regime)
          .map(([title, n]) => html`<label key=${title}>${title}<input type="number" min="0" value=${n} onChange=${(e) => setCounts({ ...counts, [title]: Math.max(0, Math.trunc(Number(e.target.value) || 0)) })} /></label>`)}
      </div>
    </details>
    ${(!plan || error) && html`<${Waiting} what="检查计划" error=${error} again=${again} />`}
    ${plan && !error && html`
      <section>
        <h2>${year} 年各月的检查</h2>
        <${Chart} months=${MONTHS.map((n) => inMonth(n).length)} month=${month} choose=${setMonth} />
      </section>
      <section>
        <h2 id="month-title">${year} 年 ${month} 月：${inMonth(month).length} 次检查</h2>
        <${Calendar} year=${year} month=${month} lines=${inMonth(month)} />
        <${Lines} lines=${inMonth(month)} panel=${panel} />
        ${inMonth(month).length === 0 && html`<p>这个月没有排检查。</p>`}
      </section>
      ${undated.length > 0 && html`<section><h2>不定期的</h2><${Lines} lines=${undated} panel=${panel} /></section>`}
      <section>
        <h2>下载全年的</h2>
        <p class="buttons">${FILES.map(([format, name]) => html`<button key=${format} type="button" class="quiet" onClick=${save(format)}>${name}</button>`)}</p>
        <p role="status">${words}</p>
      </section>
      <ul class="muted notes">${plan.notes.map((note, k) => html`<li key=${k}>${note}</li>`)}</ul>
    `}
  `;
}

/** Twelve bars that are buttons: the number stands above, the month below. */
function Chart({ months, month, choose }) {
  const most = Math.max(1, ...months);
  return html`<div class="chart" role="group" aria-label="选一个月">
    ${months.map(
      (n, k) => html`<button key=${k} type="button" class="chart-month" aria-pressed=${String(month === k + 1)} onClick=${() => choose(k + 1)}
        aria-label="${k + 1} 月，${n} 次">
        <span aria-hidden="true">${n}</span>
        <svg class="chart-bar" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true"><rect class="bar-done" x="0" y=${100 - (96 * n) / most} width="10" height=${(96 * n) / most} /></svg>
        <span aria-hidden="true">${k + 1}月</span>
      </button>`,
    )}
  </div>`;
}

function Lines({ lines, panel }) {
  return html`<ul class="plain-list plan-lines">
    ${lines.map(
      (line) => html`<li key=${line.uid} class="card">
        <p><strong>${line.day ? `${Number(line.day.slice(5, 7))} 月 ${Number(line.day.slice(8))} 日` : line.month ? "本月内" : "随时"}　${line.check}</strong></p>
        <p class="muted">${line.regime}</p>
        <p>${[line.minimum, line.inspectors].filter(Boolean).join("；") || line.rule}</p>
        ${line.working && html`<p class="muted">${line.working}</p>`}
        <${PlaceButton} panel=${panel} place=${line.citation} />
      </li>`,
    )}
  </ul>`;
}

start(Plan, ["staff", "inspector", "admin"]);
