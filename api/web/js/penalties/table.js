// Consequences as a table: one group of rows a violation, one row a consequence.

import { ClauseButton } from "../overview/clause_button.js";
import { Failure, More, usePages } from "../overview/parts.js";
import { ofBureau } from "../service.js";
import { html, useState } from "../view.js";
import { Fine, Ticks } from "./bar.js";
import { Calculator } from "./calculator.js";

export function PenaltyTable({ query, facets }) {
  const { rows, data, failure, busy, more } = usePages(ofBureau(`/v1/penalties${query}`), "rows");
  return html`<section aria-labelledby="table-title" aria-busy=${busy}>
    <h2 id="table-title" class="visually-hidden">处罚条款</h2>
    <p role="status" class="status-line">${data ? said(data, query) : ""}</p>
    <${Failure} words=${failure} />
    ${rows.length > 0 && html`
      ${facets.ticks.length > 0 && html`<p class="muted scale-note">横条是罚款的幅度，从左端 ${facets.ticks[0].words} 到右端 ${facets.ticks.at(-1).words}：每往右一格，钱多十倍（对数刻度）。每人、每件的数额按一人、一件画。</p>`}
      <table class="data stacked penalty-table">
        <caption class="visually-hidden">违法行为、适用条件、处理措施和罚款幅度</caption>
        <thead><tr>
          <th scope="col">在什么情况下</th>
          <th scope="col">处理措施</th>
          <th scope="col">罚款<${Ticks} ticks=${facets.ticks} /></th>
          <th scope="col"><span class="visually-hidden">操作</span></th>
        </tr></thead>
        ${groups(rows).map((group) => html`<${Violation} key=${keyOf(group[0])} group=${group} facets=${facets} />`)}
      </table>`}
    <${More} more=${more} busy=${busy} left=${data ? data.total - rows.length : 0} />
  </section>`;
}

function said(data, query) {
  if (data.total === 0) return "没有合得上的条款。减少条件，或者换个说法再试。";
  if (data.nearest) return `没有一条写着这些字词，下面是意思最近的 ${data.total} 条，请先核对是不是同一种行为。`;
  return query ? `${data.total} 条合得上。` : `共 ${data.total} 条。`;
}

/** Neighbours with the same violation in the same document. */
function groups(rows) {
  const out = [];
  for (const row of rows) {
    const last = out.at(-1)?.[0];
    if (last && last.violation === row.violation && last.document === row.document && last.item === row.item) out.at(-1).push(row);
    else out.push([row]);
  }
  return out;
}

function keyOf(row) {
  return `${row.document}/${row.index}`;
}

function Violation({ group, facets }) {
  const first = group[0];
  const several = facets.documents.length > 1;
  const title = several ? facets.documents.find(({ id }) => id === first.document)?.title : "";
  const law = first.law ? `《${first.law}》${first.article}${first.item}` : "";
  return html`<tbody>
    <tr class="violation"><th scope="rowgroup" colspan="4">
      ${first.violation}
      <span class="muted basis-line">${[title, first.regime, law].filter(Boolean).join("　")}</span>
    </th></tr>
    ${group.map((row) => html`<${Consequence} key=${keyOf(row)} row=${row} ticks=${facets.ticks} />`)}
  </tbody>`;
}

/** Another document says otherwise: both are shown, with which weighs more as far as their titles and dates tell. */
function Differs({ other }) {
  return html`<p class="differs"><span class="tag tag-warning">文件不一致</span> 《${other.title}》写的是 ${other.words}，这里是 ${other.own}。${other.weight && `${other.weight}。`}<${ClauseButton} place=${other.place} words="看那一处" label=${other.title} /></p>`;
}

function Consequence({ row, ticks }) {
  const [open, setOpen] = useState(false);
  const id = `calculator-${row.document}-${row.index}`.replace(/\s/gu, "-");
  const measures = [...row.measures, ...(row.referral && !row.measures.some((m) => m.includes(row.referral)) ? [`由${row.referral}处理`] : [])];
  const label = `${row.violation}${row.when ? `，${row.when}` : ""}`;
  return html`
    <tr>
      <td data-label="在什么情况下">${row.when ? html`<span class="tag tag-warning">${row.when}</span>` : html`<span class="muted">一般情形</span>`}</td>
      <td data-label="处理措施">${measures.join("，") || html`<span class="muted">只罚款</span>`}</td>
      <td data-label="罚款" class="fine-cell"><${Fine} row=${row} ticks=${ticks} />${row.differs?.map((other) => html`<${Differs} other=${other} />`)}</td>
      <td class="row-buttons">
        <${ClauseButton} place=${row.place} label=${label} />
        ${row.fine.kind !== "none" && html`<button type="button" class="quiet small" aria-expanded=${String(open)} aria-controls=${id} aria-label=${`算一算：${label}`} onClick=${() => setOpen(!open)}>算一算</button>`}
      </td>
    </tr>
    ${open && html`<tr class="calculator-row"><td colspan="4" id=${id}><${Calculator} row=${row} id=${id} /></td></tr>`}
  `;
}
