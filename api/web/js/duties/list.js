// The map as a list: for narrow screens, for reading aloud, for printing.

import { ClauseButton } from "../overview/clause_button.js";
import { html } from "../view.js";

export function DutyList({ links, focused }) {
  const sections = grouped(links);
  return html`<div class="duty-list" role="group" aria-label="按科室列出">
    ${[...sections].map(
      ([name, own]) => html`<details key=${name} open=${focused && sections.size < 4}>
        <summary><span class="section-name">${name}</span> <span class="muted">${own.length} 件事项</span></summary>
        <ul class="plain-list rows">
          ${own.map((link) => html`<li key=${link.matter.id}>
            <span>${link.matter.name}${link.role !== "主办" && html` <span class="tag">${link.role}</span>`}</span>
            <${ClauseButton} place=${link.place} label=${`${link.matter.name}，${name}`} />
          </li>`)}
        </ul>
      </details>`,
    )}
  </div>`;
}

function grouped(links) {
  const out = new Map();
  for (const link of links) out.set(link.section, [...(out.get(link.section) ?? []), link]);
  return out;
}
