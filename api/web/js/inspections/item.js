// One item: what is to be checked, the four findings as big buttons, a note, evidence, and what was entered before.

import { html, useEffect, useRef, useState } from "../view.js";
import { Consequences } from "./consequences.js";
import { draftOf, forgetDraft, keepDraft } from "./database.js";
import { Entries } from "./entries.js";
import { Evidence } from "./evidence.js";
import { PlaceButton } from "./inspection.js";
import { add } from "./queue.js";

const FINDINGS = ["符合", "不符合", "不适用", "未查"];

export function Item({ account, state, checklist, item, id, editable, onward, setSaid, panel, heading, n }) {
  const known = checklist?.items.find((one) => one.id === item.id);
  const own = lastOwn(item, account.id);
  const ownNote = own?.said.note ?? ""; // what another inspector wrote is theirs: it stands below, and is not entered again in my name
  const note = useDraft(account.id, `${id}/${item.id}/note`, ownNote);
  const changedNote = note.value.trim() !== ownNote;

  async function enter(finding, violations = null) {
    const event = { type: "found", item: item.id, finding, note: note.value.trim() };
    if (violations ?? (finding === "不符合" && item.finding === "不符合" && item.chosen.length > 0)) {
      event.violations = violations ?? item.chosen;
    }
    await add(account.id, { inspection: id, kind: "event", ...amended(own, event) });
    await note.forget();
    const words = `第 ${n + 1} 项：${finding}，已存在本机。`;
    if (finding === "符合" || finding === "不适用") onward(words);
    else setSaid(words);
  }

  return html`
    <section class="item" aria-labelledby="item-title">
      <div class="head-line">
        <h2 id="item-title" tabindex="-1" ref=${heading}>第 ${n + 1} 项${known?.group ? `（${known.group}）` : ""}</h2>
        <${PlaceButton} panel=${panel} place=${known?.place} />
      </div>
      ${known?.lead && html`<p class="muted">${known.lead}</p>`}
      <p class="item-text">${item.text}</p>
      ${known?.warnings.map((words) => html`<p class="notice notice-warning">文件在这里：${words}</p>`)}
      ${item.disputed && html`<${Dispute} item=${item} state=${state} account=${account} />`}
      ${editable &&
      html`
        <div class="findings" role="group" aria-label="第 ${n + 1} 项的结果">
          ${FINDINGS.map(
            (finding) => html`<button key=${finding} type="button" class="finding" data-finding=${finding}
              aria-pressed=${String(item.finding === finding)} onClick=${() => enter(finding)}>${finding}</button>`,
          )}
        </div>
        <div class="field">
          <label for="note">情况说明（可以不写）</label>
          <textarea id="note" rows="2" maxlength="4000" value=${note.value} onInput=${(e) => note.set(e.target.value)}></textarea>
          ${item.finding !== "未查" && changedNote && html`<button type="button" class="quiet" onClick=${() => enter(own?.said.finding ?? item.finding)}>保存说明</button>`}
        </div>
      `}
      ${!editable && html`<p><span class="tag">${item.finding}</span> ${item.note}</p>`}
      ${item.finding === "不符合" &&
      html`<${Consequences} item=${item} checklist=${checklist} panel=${panel} editable=${editable} choose=${(chosen) => enter("不符合", chosen)} />`}
      <${Evidence} account=${account} inspection=${id} item=${item.id} files=${item.files} editable=${editable} />
      <${Entries} account=${account} state=${state} entries=${item.entries} inspection=${id} editable=${editable} />
    </section>
  `;
}

/** Entered again by the same person, an earlier entry is corrected: it stays visible as what was said first. */
export function amended(own, event) {
  if (!own) return { event };
  return own.seq === null
    ? { ofKey: own.key, event: { type: "corrected", by: event } }
    : { event: { type: "corrected", of: own.seq, by: event } };
}

function lastOwn(item, account) {
  return item.entries.findLast((x) => x.author === account && x.said.type === "found" && x.corrected_by.length === 0);
}

function Dispute({ item, state, account }) {
  const latest = new Map();
  for (const entry of item.entries) {
    if (entry.said.type === "found" && entry.corrected_by.length === 0) latest.set(entry.author, entry.said.finding);
  }
  const name = (id) => (id === account.id ? `${account.display}（我）` : (state.people[id] ?? "另一名检查人员"));
  return html`<div class="notice notice-danger" role="note">
    <p><strong>两人的结果不一致，请商定后由一人更正：</strong></p>
    <ul>${[...latest].map(([who, finding]) => html`<li key=${who}>${name(who)}：${finding}</li>`)}</ul>
  </div>`;
}

/** What is typed is on the device's disk a moment later: a reload finds it again. */
export function useDraft(account, of, start) {
  const [typed, setTyped] = useState(null);
  const timer = useRef(0);
  useEffect(() => {
    draftOf(account, of).then((kept) => kept !== undefined && setTyped((now) => now ?? kept));
    return () => clearTimeout(timer.current);
  }, [of]);
  return {
    value: typed ?? start ?? "",
    set(value) {
      setTyped(value);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => keepDraft(account, of, value), 200);
    },
    async forget() {
      clearTimeout(timer.current);
      setTyped(null);
      await forgetDraft(account, of);
    },
  };
}
