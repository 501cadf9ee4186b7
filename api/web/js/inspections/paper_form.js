// Filling in one paper. What is typed stays on the device; nothing is drafted for the inspector.

import { request } from "../service.js";
import { html, useEffect, useRef, useState } from "../view.js";
import { draftOf, keepDraft } from "./database.js";
import { PaperPreview } from "./paper_preview.js";
import { saveAnswer } from "./saving.js";

const LINES = [
  ["number", "发文字号", "text"],
  ["issued", "成文日期", "date"],
  ["deadline", "整改或执行的最后一天", "date"],
  ["sent_to", "主送（不写就是被检查单位）", "text"],
  ["copied_to", "抄送", "text"],
];

export function PaperForm({ account, state, checklist, form, id, made }) {
  const of = `${id}/paper/${form.id}`;
  const [entered, setEntered] = useState({ texts: {}, proposals: {} });
  const [shown, setShown] = useState("");
  const [words, setWords] = useState("");
  const timer = useRef(0);
  useEffect(() => {
    draftOf(account.id, of).then((kept) => kept && setEntered(kept));
  }, [of]);
  const change = (part) => {
    const next = { ...entered, ...part };
    setEntered(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keepDraft(account.id, of, next), 200);
  };
  const lacking = form.parts.filter((part) => form.missing.includes(part));
  const others = form.parts.filter((part) => !lacking.includes(part));
  const path = `/v1/inspections/${id}/papers/${encodeURIComponent(form.id)}`;

  const doing = (said, work) => async () => {
    setWords(said);
    try {
      setWords(await work());
    } catch (error) {
      setWords(error.message);
    }
  };
  const look = doing("正在排版……", async () => {
    const headers = { "Content-Type": "application/json" };
    const response = await request(`${path}/preview`, { method: "POST", headers, body: JSON.stringify(sent(entered)) });
    const page = await response.text();
    setShown(page);
    const blanks = page.match(/<mark class="blank">/gu)?.length ?? 0;
    return blanks > 0 ? `预览在下面，还有 ${blanks} 处【待填】。` : "预览在下面，各处都填了。";
  });
  const save = doing("正在生成……", async () => {
    const name = await saveAnswer(path, sent(entered), `${form.title}.docx`);
    made();
    return `已生成“${name}”，留存了一份并记入检查记录。`;
  });

  const part = (name) => html`<label key=${name}>${name}
    <textarea rows="2" maxlength="4000" value=${entered.texts[name] ?? ""} onInput=${(e) => change({ texts: { ...entered.texts, [name]: e.target.value } })}></textarea>
  </label>`;
  return html`
    <form class="correcting" onSubmit=${(e) => e.preventDefault()}>
      ${LINES.map(
        ([name, label, type]) => html`<label key=${name}>${label}
          <input type=${type} maxlength="200" value=${entered[name] ?? ""} onInput=${(e) => change({ [name]: e.target.value })} /></label>`,
      )}
      ${lacking.map(part)}
      ${others.length > 0 && html`<details><summary>其他各部分（已按检查填写，可以另写一段）</summary>${others.map(part)}</details>`}
      <${Proposals} state=${state} checklist=${checklist} entered=${entered} change=${change} />
      <p class="buttons">
        <button type="button" class="primary" onClick=${save}>生成 Word 文件</button>
        <button type="button" class="quiet" onClick=${look}>预览</button>
        ${shown && html`<button type="button" class="quiet" onClick=${() => print()}>打印预览的这一份</button>`}
      </p>
      <p role="status">${words}</p>
    </form>
    ${shown && html`<${PaperPreview} page=${shown} title=${form.title} />`}
  `;
}

/** Fines that are proposed for the violations chosen; the paper says where one lies outside its range. */
function Proposals({ state, checklist, entered, change }) {
  const chosen = new Set(state.items.flatMap((item) => (item.finding === "不符合" ? item.chosen : [])));
  const all = checklist ? [...checklist.items.flatMap((item) => item.violations), ...checklist.general] : [];
  const fined = new Map();
  for (const violation of all) {
    if (!violation.penalties.some((p) => chosen.has(p.penalty))) continue;
    for (const p of violation.penalties) if (p.fine.kind !== "none") fined.set(p.penalty, { ...p, text: violation.text });
  }
  if (fined.size === 0) return null;
  const set = (penalty, name, value) =>
    change({ proposals: { ...entered.proposals, [penalty]: { ...entered.proposals[penalty], [name]: value } } });
  const fields = [["amount_yuan", "拟处罚款（元）"], ["persons", "涉及人数（按人计罚时）"], ["gains_yuan", "违法所得（元，按倍数计罚时）"]];
  return html`<details>
    <summary>拟处罚款</summary>
    ${[...fined.values()].map(
      (p) => html`<fieldset class="plain" key=${p.penalty}>
        <legend>${p.text}${p.when ? `（${p.when}）` : ""}：${p.fine.words}</legend>
        ${fields.map(
          ([name, label]) => html`<label key=${name}>${label}
            <input type="number" min="0" step=${name === "persons" ? "1" : "0.01"} value=${entered.proposals[p.penalty]?.[name] ?? ""} onInput=${(e) => set(p.penalty, name, e.target.value)} /></label>`,
        )}
      </fieldset>`,
    )}
  </details>`;
}

/** As the service takes it: what is empty stays out, and is printed as a marked blank. */
function sent(entered) {
  const body = { texts: {} };
  for (const [name] of LINES) if (entered[name]?.trim()) body[name] = entered[name].trim();
  for (const [part, words] of Object.entries(entered.texts)) if (words.trim()) body.texts[part] = words;
  const proposals = Object.entries(entered.proposals ?? {}).filter(([, said]) => Number(said.amount_yuan) > 0);
  if (proposals.length > 0) {
    body.proposals = proposals.map(([penalty, said]) => ({
      penalty: Number(penalty),
      amount_yuan: Number(said.amount_yuan),
      ...(said.persons ? { persons: Math.trunc(Number(said.persons)) } : {}),
      ...(said.gains_yuan ? { gains_yuan: Number(said.gains_yuan) } : {}),
    }));
  }
  return body;
}
