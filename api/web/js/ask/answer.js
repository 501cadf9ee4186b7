// An Answer in reading order: where to go or what it costs, the words, steps and figures, why, what is left open.

import { html } from "../view.js";
import { figureInWords } from "../words.js";
import { Again } from "./again.js";
import { Basis } from "./basis.js";
import { Mark } from "./citations.js";
import { Headline } from "./headline.js";
import { Options } from "./options.js";
import { Penalties } from "./penalties.js";
import { cites, saidBy } from "./said.js";
import { StepList } from "./steps.js";
import { stepsOutsideText, Words } from "./words_part.js";

/** What the first sentence does not say itself. */
const OUTCOMES = { not_in_corpus: "现有文件里没有写明" };

/** `open(n)` shows citation n, `choose(option)` asks it, `current` is the citation open now. */
export function AnswerView({ answer, open, choose, current, last }) {
  const given = { answer, open, current };
  return html`
    ${answer.read_as && html`<p class="read-as">接上文，理解为：${answer.read_as}</p>`}
    ${answer.bureau && html`<p class="read-as">单位：${answer.bureau}</p>`}
    ${OUTCOMES[answer.status] && html`<p class="outcome">${OUTCOMES[answer.status]}</p>`}
    <${Headline} ...${given} />
    <${Words} ...${given} />
    <${Options} ...${given} choose=${choose} last=${last} />
    <${Steps} ...${given} />
    <${Figures} ...${given} />
    <${Penalties} ...${given} />
    <${Inspection} inspection=${answer.inspection} />
    <${Warnings} ...${given} />
    <${Basis} ...${given} />
    <${Asides} ...${given} />
  `;
}

/** Those that the sentences have not shown in their place. */
function Steps({ answer, open, current }) {
  const steps = stepsOutsideText(answer);
  if (steps.length === 0) return null;
  return html`<section class="part">
    <h3>步骤<span class="count">共 ${steps.length} 步</span></h3>
    <${StepList} ...${{ steps, alone: steps.length === 1, open, current }} />
  </section>`;
}

function Figures({ answer, open, current }) {
  if (answer.figures.length === 0) return null;
  const said = saidBy(answer);
  const folded = answer.figures.every(({ citation, working }) => cites(answer, citation) && (!working || said(working)));
  return html`<${Again} title=${folded ? `把数字列在一起看（${answer.figures.length} 个）` : "数字一览"} folded=${folded}>
    <dl class="facts">
      ${answer.figures.map(
        (figure) => html`<div>
          <dt>${figure.label}</dt>
          <dd>
            ${figureInWords(figure)}<${Mark} n=${figure.citation} open=${open} current=${current} />
            ${figure.working && html`<span class="working">算法：${figure.working}</span>`}
          </dd>
        </div>`,
      )}
    </dl>
  <//>`;
}

function Inspection({ inspection }) {
  if (!inspection) return null;
  const papers = inspection.papers.map((paper) => paper.title).join("、");
  return html`<div class="notice part">
    <p>检查：${inspection.unit}，${inspection.regime}（${inspection.status}）${papers && `；已生成：${papers}`}</p>
    <p><a href=${`/inspections/walk?${new URLSearchParams({ id: inspection.id })}`}>打开这次检查</a></p>
  </div>`;
}

function Warnings({ answer, open, current }) {
  const warnings = answer.warnings.filter((one) => !one.aside);
  if (warnings.length === 0) return null;
  return html`<section class="notice notice-warning part">
    <h3>请留意</h3>
    <${Remarks} ...${{ warnings, open, current }} />
  </section>`;
}

/** What the documents themselves leave open, away from what was asked. */
function Asides({ answer, open, current }) {
  const warnings = answer.warnings.filter((one) => one.aside);
  if (warnings.length === 0) return null;
  return html`<details class="more part"><summary>文件本身有 ${warnings.length} 处要核对</summary><${Remarks} ...${{ warnings, open, current }} /></details>`;
}

function Remarks({ warnings, open, current }) {
  return html`<ul class="remarks">${warnings.map((one) => html`<li>${one.text}<${Mark} n=${one.citation} open=${open} current=${current} /></li>`)}</ul>`;
}
