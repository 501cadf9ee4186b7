// Violations that are let off, or punished less, under stated circumstances.

import { asQuery } from "../overview/address.js";
import { ClauseButton } from "../overview/clause_button.js";
import { Failure, More, usePages } from "../overview/parts.js";
import { ofBureau } from "../service.js";
import { html } from "../view.js";

export function Waivers({ wanted }) {
  const { words, document: of } = wanted;
  const { rows, data, failure, busy, more } = usePages(ofBureau(`/v1/penalties/waivers${asQuery({ words, document: of })}`), "rows");
  return html`<section aria-labelledby="waivers-title">
    <h2 id="waivers-title">不罚、从轻和减轻</h2>
    <p class="muted">${data ? `${data.total} 项合得上。` : ""}</p>
    <${Failure} words=${failure} />
    <ul class="cards">
      ${rows.map((row) => html`<li class="card" key=${row.document + row.place.start}>
        <h3>${row.violation}</h3>
        <p>${row.kind && html`<span class="tag tag-good">${row.kind}</span>`} ${row.circumstances.text}</p>
        ${row.measures.length > 0 && html`<p class="muted">配套措施：${row.measures.map((m) => m.text).join("；")}</p>`}
        ${row.basis.length > 0 && html`<p class="muted">依据：${row.basis.map((b) => b.text).join("；")}</p>`}
        <${ClauseButton} place=${row.circumstances.place} label=${row.violation} />
      </li>`)}
    </ul>
    <${More} more=${more} busy=${busy} left=${data ? data.total - rows.length : 0} />
  </section>`;
}
