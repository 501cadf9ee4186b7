// Penalties as a small table: conduct, consequence with its range, legal basis.

import { html } from "../view.js";
import { fineInWords } from "../words.js";
import { Again } from "./again.js";
import { Mark } from "./citations.js";
import { cites } from "./said.js";

export function Penalties({ answer, open, current }) {
  if (answer.penalties.length === 0) return null;
  const folded = answer.penalties.every(({ citation }) => cites(answer, citation));
  return html`<${Again} title=${folded ? `把处罚列成表看（${answer.penalties.length} 项）` : "处罚一览"} folded=${folded}><table class="data stacked penalties">
    <caption class="visually-hidden">处罚一览</caption>
    <thead><tr><th scope="col">行为</th><th scope="col">后果</th><th scope="col">依据</th></tr></thead>
    <tbody>${answer.penalties.map((penalty) => html`<${Row} ...${{ penalty, open, current }} />`)}</tbody>
  </table><//>`;
}

function Row({ penalty, open, current }) {
  const fine = fineInWords(penalty.fine);
  return html`<tr class=${penalty.applies === false ? "beside-the-case" : ""}>
    <th scope="row">
      ${penalty.violation}
      ${penalty.when && html`<span class="condition">${penalty.when}</span>`}
      ${penalty.applies === false && html`<span class="condition">不适用于您说的情况</span>`}
    </th>
    <td>
      ${fine && html`<strong class="penalty-part">${fine}</strong>`}
      ${penalty.measures.length > 0 && html`<span class="penalty-part">${penalty.measures.join("；")}</span>`}
      ${penalty.fine_total && html`<span class="penalty-part working">${penalty.fine_total.working}</span>`}
    </td>
    <td>${penalty.law && `《${penalty.law}》${penalty.article}${penalty.item}`}<${Mark} n=${penalty.citation} open=${open} current=${current} /></td>
  </tr>`;
}
