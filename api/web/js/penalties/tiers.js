// Steps of discretion: which part of a fine's range applies under which circumstances.

import { asQuery } from "../overview/address.js";
import { ClauseButton } from "../overview/clause_button.js";
import { Failure, More, usePages } from "../overview/parts.js";
import { ofBureau } from "../service.js";
import { html, useState } from "../view.js";
import { Fine, Ticks } from "./bar.js";
import { Calculator } from "./calculator.js";

export function Tiers({ wanted, facets }) {
  const { words, document: of, law, shape, reaches } = wanted;
  const { rows, data, failure, busy, more } = usePages(ofBureau(`/v1/penalties/tiers${asQuery({ words, document: of, law, shape, reaches })}`), "rows");
  return html`<section aria-labelledby="tiers-title">
    <h2 id="tiers-title">裁量档次</h2>
    <p class="muted">在法定幅度里，什么情形罚到哪一档。${data ? `${data.total} 档合得上。` : ""}</p>
    <${Failure} words=${failure} />
    ${rows.length > 0 && html`<table class="data stacked penalty-table">
      <caption class="visually-hidden">裁量档次</caption>
      <thead><tr>
        <th scope="col">行为和档次</th><th scope="col">适用情形</th><th scope="col">罚款<${Ticks} ticks=${facets.ticks} /></th><th scope="col"><span class="visually-hidden">操作</span></th>
      </tr></thead>
      <tbody>${rows.map((row) => html`<${Tier} key=${`${row.document}/${row.index}`} row=${row} ticks=${facets.ticks} />`)}</tbody>
    </table>`}
    <${More} more=${more} busy=${busy} left=${data ? data.total - rows.length : 0} />
  </section>`;
}

function Tier({ row, ticks }) {
  const [open, setOpen] = useState(false);
  const id = `tier-${row.document}-${row.index}`.replace(/\s/gu, "-");
  const label = [row.violation, row.name].filter(Boolean).join("，");
  return html`
    <tr>
      <td data-label="行为和档次">${row.violation} ${row.name && html`<span class="tag tag-warning">${row.name}</span>`} ${row.subject && html`<span class="tag">${row.subject}</span>`}</td>
      <td data-label="适用情形">${row.circumstances}${row.measures.length > 0 && html`<br /><span class="muted">${row.measures.join("，")}</span>`}</td>
      <td data-label="罚款" class="fine-cell"><${Fine} row=${row} ticks=${ticks} /></td>
      <td class="row-buttons">
        <${ClauseButton} place=${row.place} label=${label} />
        ${row.fine.kind !== "none" && html`<button type="button" class="quiet small" aria-expanded=${String(open)} aria-controls=${id} aria-label=${`算一算：${label}`} onClick=${() => setOpen(!open)}>算一算</button>`}
      </td>
    </tr>
    ${open && html`<tr class="calculator-row"><td colspan="4" id=${id}><${Calculator} row=${row} id=${id} /></td></tr>`}
  `;
}
