// Matters that several departments share: the matter, a branch to each department, what they rest on.

import { ClauseButton } from "../overview/clause_button.js";
import { Owner } from "../overview/owner.js";
import { Failure, More, usePages } from "../overview/parts.js";
import { ofBureau } from "../service.js";
import { html } from "../view.js";

export function Boundaries() {
  const { rows, data, failure, busy, more } = usePages(ofBureau("/v1/boundaries?limit=10"), "boundaries");
  return html`<section aria-labelledby="shared-title">
    <h2 id="shared-title">和别的部门怎么分工</h2>
    <${Failure} words=${failure} />
    ${data && rows.length === 0 && html`<p class="muted">文件里没有写和别的部门分工的事项。</p>`}
    ${rows.map((shared) => html`<${Shared} key=${shared.matter.place.document + shared.matter.place.start} shared=${shared} />`)}
    <${More} more=${more} busy=${busy} left=${data ? data.total - rows.length : 0} />
  </section>`;
}

function Shared({ shared }) {
  const name = shared.matter.text;
  return html`<article class="shared" aria-label=${name}>
    <h3 class="shared-matter">${name}<${Owner} name=${shared.bureau} /></h3>
    <ul class="plain-list fork">
      ${shared.shares.map((share) => html`<li class="card">
        <h4>${share.department}</h4>
        <p>${share.does.text || "表里没有写它做什么。"}</p>
        <${ClauseButton} place=${share.does.place} label=${`${share.department}，${name}`} />
      </li>`)}
    </ul>
    ${shared.basis.length > 0 && html`<${Passages} title="依据" passages=${shared.basis} of=${name} />`}
    ${shared.case.length > 0 && html`<details class="case"><summary>案例</summary><${Passages} title="" passages=${shared.case} of=${`${name}的案例`} /></details>`}
  </article>`;
}

function Passages({ title, passages, of }) {
  return html`<div class="passages">
    ${title && html`<h4>${title}</h4>`}
    <ul class="plain-list rows">
      ${passages.map((passage) => html`<li><span>${passage.text}</span><${ClauseButton} place=${passage.place} label=${title ? `${title}，${of}` : of} /></li>`)}
    </ul>
  </div>`;
}
