// Everything entered for an item, corrected entries included, with correcting and withdrawing.

import { html, useState } from "../view.js";
import { personOf } from "./inspection.js";
import { add } from "./queue.js";
import { whenInWords } from "./words.js";

const FINDINGS = ["符合", "不符合", "不适用", "未查"];
const A_MINUTE = 60_000;

export function Entries({ account, state, entries, inspection, editable }) {
  const [at, setAt] = useState(null);
  if (entries.length === 0) return null;
  return html`
    <section class="entries">
      <h3>录入的经过</h3>
      <ol class="plain-list">
        ${entries.map((entry) => {
          const name = entry.seq ?? entry.key;
          const gone = entry.corrected_by.length > 0;
          return html`<li key=${name} class=${gone ? "entry entry-gone" : "entry"}>
            <p class="entry-words">${gone ? html`<del>${entryInWords(entry)}</del>　<span class="tag">已更正或撤回</span>` : entryInWords(entry)}</p>
            <p class="muted">${personOf(state, account, entry.author)}　${times(entry)}${entry.waiting ? html`　<span class="tag tag-warning">待同步</span>` : ""}</p>
            ${editable && !gone && at !== name && html`<p class="buttons">
              ${entry.said.type !== "evidence-added" && html`<button type="button" class="quiet small" onClick=${() => setAt(name)}>更正</button>`}
              <button type="button" class="quiet small" onClick=${() => withdraw(account, inspection, entry)}>撤回</button>
            </p>`}
            ${at === name && html`<${Correcting} account=${account} inspection=${inspection} entry=${entry} done=${() => setAt(null)} />`}
          </li>`;
        })}
      </ol>
    </section>
  `;
}

function entryInWords({ said }) {
  if (said.type === "found") return said.note ? `${said.finding}：${said.note}` : said.finding;
  if (said.type === "noted") return `备注：${said.text}`;
  return `证据：${said.evidence.name}`;
}

/** When it was said on the spot; when the server had it too, where that was later. */
function times({ at, said, waiting }) {
  const noted = said.noted_at ? new Date(said.noted_at) : null;
  if (waiting || !noted || Math.abs(new Date(at) - noted) < A_MINUTE) return whenInWords(noted ?? at);
  return `现场 ${whenInWords(noted)} 录入，${whenInWords(at)} 送到`;
}

function Correcting({ account, inspection, entry, done }) {
  const { said } = entry;
  const [finding, setFinding] = useState(said.finding);
  const [text, setText] = useState(said.note ?? said.text ?? "");
  const [reason, setReason] = useState("");
  async function save(event) {
    event.preventDefault();
    const chosen = (said.violations ?? []).map((v) => (typeof v === "number" ? v : v.penalty));
    const by =
      said.type === "found"
        ? { type: "found", item: said.item, finding, note: text.trim(), ...(finding === "不符合" && chosen.length > 0 ? { violations: chosen } : {}) }
        : { type: "noted", text: text.trim(), ...(said.item ? { item: said.item } : {}) };
    await correct(account, inspection, entry, by, reason.trim());
    done();
  }
  return html`<form class="correcting" onSubmit=${save}>
    ${said.type === "found" &&
    html`<label>改为<select value=${finding} onChange=${(e) => setFinding(e.target.value)}>${FINDINGS.map((f) => html`<option key=${f} value=${f}>${f}</option>`)}</select></label>`}
    <label>${said.type === "found" ? "情况说明" : "备注"}<textarea rows="2" maxlength="4000" required=${said.type === "noted"} value=${text} onInput=${(e) => setText(e.target.value)}></textarea></label>
    <label>更正的原因（可以不写）<input type="text" maxlength="4000" value=${reason} onInput=${(e) => setReason(e.target.value)} /></label>
    <p class="buttons"><button type="submit" class="primary">保存更正</button><button type="button" class="quiet" onClick=${done}>不改了</button></p>
  </form>`;
}

function withdraw(account, inspection, entry) {
  if (confirm("撤回这一条？原来的录入仍会留在记录里。")) correct(account, inspection, entry, null, "");
}

function correct(account, inspection, entry, by, reason) {
  const event = { type: "corrected", ...(entry.seq === null ? {} : { of: entry.seq }), ...(by ? { by } : {}), ...(reason ? { reason } : {}) };
  return add(account.id, { inspection, kind: "event", event, ...(entry.seq === null ? { ofKey: entry.key } : {}) });
}
