// What an item found 不符合 may lead to: violations with measures and ranges, when to be put right, whom to tell.

import { html, useState } from "../view.js";
import { PlaceButton } from "./inspection.js";

const LIKELY = 3;

export function Consequences({ item, checklist, panel, editable, choose }) {
  const [all, setAll] = useState(false);
  const known = checklist?.items.find((one) => one.id === item.id);
  const violations = known ? [...known.violations, ...checklist.general] : (item.follows?.violations ?? []);
  const outcomes = checklist ? checklist.outcomes.filter((one) => one.kind === "noncompliant") : (item.follows?.outcomes ?? []);
  const corrections = checklist?.corrections ?? item.follows?.corrections ?? [];
  const chosen = (violation) => violation.penalties.some((p) => item.chosen.includes(p.penalty));
  const shown = all ? violations : violations.filter((v, k) => k < LIKELY || chosen(v));
  const tell = [...new Set(outcomes.flatMap((one) => one.informs))];
  const papers = [...new Set(outcomes.flatMap((one) => one.papers))];
  return html`
    <section class="consequences" aria-labelledby="consequences-title">
      <h3 id="consequences-title">不符合的后果</h3>
      ${violations.length === 0 && html`<p>文件没有写和这一项字面相近的违法情形。</p>`}
      ${violations.length > 0 && html`<p class="hint">可能的违法情形，最接近的在前。由检查人员认定；都不是就不选。</p>`}
      <ul class="plain-list">
        ${shown.map(
          (violation) => html`<li key=${violation.penalties[0].penalty} class="violation">
            <label class="switch">
              <input type="checkbox" disabled=${!editable} checked=${chosen(violation)} onChange=${(e) => choose(next(item, violation, e.target.checked))} />
              <span>${violation.text}</span>
            </label>
            ${violation.penalties.map((p) => html`<${Penalty} key=${p.penalty} p=${p} panel=${panel} />`)}
          </li>`,
        )}
      </ul>
      ${shown.length < violations.length &&
      html`<p><button type="button" class="quiet small" onClick=${() => setAll(true)}>再看其余 ${violations.length - shown.length} 种</button></p>`}
      <dl class="facts">
        ${corrections.length > 0 && html`<div><dt>整改期限</dt><dd>${corrections.map((q) => html`<span class="block" key=${q.place.start}>${q.text} <${PlaceButton} panel=${panel} place=${q.place} /></span>`)}</dd></div>`}
        ${tell.length > 0 && html`<div><dt>要告知或移送</dt><dd>${tell.join("、")}</dd></div>`}
        ${papers.length > 0 && html`<div><dt>要出的文书</dt><dd>${papers.join("、")}</dd></div>`}
      </dl>
      ${outcomes.length > 0 &&
      html`<details>
        <summary>接下来怎样处理（${outcomes.length} 条）</summary>
        <ol class="outcomes">
          ${outcomes.map((one) => html`<li key=${one.place.start}>${one.label}${one.text} <${PlaceButton} panel=${panel} place=${one.place} /></li>`)}
        </ol>
      </details>`}
    </section>
  `;
}

function Penalty({ p, panel }) {
  const basis = p.law ? `《${p.law}》${p.article}${p.item}` : "";
  return html`<p class="penalty">
    ${p.when && html`<span class="block muted">${p.when}：</span>`}
    <strong>${[...p.measures, p.fine.words].filter(Boolean).join("；") || "文件没有写具体措施"}</strong>
    ${p.referral && html`<span class="block">由${p.referral}决定</span>`}
    ${basis && html`<span class="block muted">${basis}</span>`}
    <${PlaceButton} panel=${panel} place=${p.place} />
  </p>`;
}

/** The numbers chosen after one violation is ticked or unticked; the server adds its other conditions. */
function next(item, violation, on) {
  const own = violation.penalties.map((p) => p.penalty);
  const others = item.chosen.filter((penalty) => !own.includes(penalty));
  return on ? [...others, own[0]] : others;
}
