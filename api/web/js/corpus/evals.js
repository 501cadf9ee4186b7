// The last evaluation in figures; for staff.

import { Failure, useLoaded } from "../overview/parts.js";
import { byId } from "../dom.js";
import { html, render } from "../view.js";

function Evals() {
  const { data, failure } = useLoaded("/v1/evals");
  if (failure) return html`<${Failure} words=${failure} />`;
  if (!data) return html`<p class="status" role="status">正在取评测结果……</p>`;
  if (!data.results) return html`<div class="notice"><p>${data.how}</p></div>`;
  const { overall, kinds, audiences } = data.results;
  return html`
    <p>${new Date(data.made_at).toLocaleString("zh-CN")}：${overall.n} 个案例，通过 ${overall.good} 个。${data.report && html` <a href="/v1/evals/report">看完整报告</a>`}</p>
    <${Rates} title="按问题类别" rates=${kinds} />
    <${Rates} title="按提问人" rates=${audiences} />
  `;
}

function Rates({ title, rates }) {
  return html`<table class="data rates">
    <caption>${title}</caption>
    <thead><tr><th scope="col">类别</th><th scope="col">通过</th><th scope="col"><span class="visually-hidden">比例</span></th></tr></thead>
    <tbody>${rates.map((rate) => html`<tr>
      <th scope="row">${rate.name}</th>
      <td class="number">${rate.good} / ${rate.n}</td>
      <td>${rate.share === null ? html`<span class="muted">没有案例</span>` : html`<progress max="1" value=${rate.share} aria-label=${`${rate.name}通过的比例`}></progress>`}</td>
    </tr>`)}</tbody>
  </table>`;
}

render(html`<${Evals} />`, byId("evals"));
