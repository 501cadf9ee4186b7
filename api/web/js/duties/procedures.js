// Procedures that pass several sections, drawn as steps.

import { ClauseButton } from "../overview/clause_button.js";
import { Owner } from "../overview/owner.js";
import { Failure, useLoaded } from "../overview/parts.js";
import { ofBureau } from "../service.js";
import { html } from "../view.js";

export function Procedures() {
  const { data, failure } = useLoaded(ofBureau("/v1/procedures"));
  if (!data && !failure) return null;
  return html`<section aria-labelledby="steps-title">
    <h2 id="steps-title">分几步、几个科室先后办的事</h2>
    <${Failure} words=${failure} />
    ${data?.procedures.length === 0 && html`<p class="muted">登记的职责里没有写明由几个科室先后经办的事项。</p>`}
    ${data?.procedures.map((procedure) => html`<${Procedure} key=${procedure.matters[0] + (procedure.bureau ?? "")} procedure=${procedure} />`)}
  </section>`;
}

function Procedure({ procedure }) {
  return html`<div class="procedure">
    <h3>${procedure.matters.join("、")}<${Owner} name=${procedure.bureau} /></h3>
    <ol class="stages">
      ${procedure.steps.map((step) => html`<li class="card">
        <p class="stage-role">${step.role}</p>
        <p class="section-name">${step.section}</p>
        <p class="stage-duty">${step.does.text}</p>
        <${ClauseButton} place=${step.does.place} label=${`${step.section}，${step.role}`} />
      </li>`)}
    </ol>
  </div>`;
}
