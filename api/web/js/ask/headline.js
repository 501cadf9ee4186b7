// What the reader came for, before any sentence: the section to go to, or what it costs.

import { html } from "../view.js";
import { fineInWords, yuanBetween } from "../words.js";
import { Mark } from "./citations.js";
import { explained } from "./options.js";

export function Headline({ answer, open, current }) {
  if (answer.sections.length > 0 && !explained(answer)) {
    return html`<ul class="sections" aria-label="请找这里">
      ${answer.sections.map(
        (section) => html`<li>
          <strong class="section-name">${section.name}</strong>${bureauOf(answer, section.citation)}
          <span class="section-role">${section.role}<${Mark} n=${section.citation} open=${open} current=${current} /></span>
        </li>`,
      )}
    </ul>`;
  }
  const penalty = answer.penalties.find(({ applies, fine }) => applies !== false && fine.kind !== "none");
  return penalty ? html`<${Fine} penalty=${penalty} open=${open} current=${current} />` : null;
}

/** The bureau a section belongs to, where several answer one after the other under their names. */
function bureauOf({ text }, citation) {
  const block = text.split(/^(?=【)/mu).find((part) => part.startsWith("【") && part.includes(`[${citation}]`));
  return block ? html` <span class="tag owner">${block.slice(1, block.indexOf("】"))}</span>` : null;
}

function Fine({ penalty, open, current }) {
  const total = penalty.fine_total;
  const words = total ? `罚款 ${yuanBetween(total.min_yuan, total.max_yuan)}` : fineInWords(penalty.fine);
  return html`<div class="fine-total">
    <p class="fine-amount">${words}<${Mark} n=${penalty.citation} open=${open} current=${current} /></p>
    ${total && html`<p class="working">按您说的情况计算：${total.working}</p>`}
  </div>`;
}
