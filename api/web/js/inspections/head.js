// What was written when the inspection began (unit, day, kind, inspectors), and putting it right.

import { html, useState } from "../view.js";
import { add } from "./queue.js";

/** Only what was changed is sent; what stood there before stays in the log. */
export function Head({ account, state, id }) {
  const [open, setOpen] = useState(false);
  const own = state.owner === account.id || state.inspectors.some((p) => p.account === account.id);
  if (!own) return null;
  return html`<details class="more" open=${open} onToggle=${(e) => setOpen(e.target.open)}>
    <summary>更正单位、日期、种类、检查人员和执法证号</summary>
    ${open && html`<${HeadForm} account=${account} state=${state} id=${id} done=${() => setOpen(false)} />`}
  </details>`;
}

function HeadForm({ account, state, id, done }) {
  const [form, setForm] = useState(() => formOf(state));
  const [words, setWords] = useState("");
  const change = (part) => setForm((before) => ({ ...before, ...part }));
  const person = (n, part) => change({ people: form.people.map((p, k) => (k === n ? { ...p, ...part } : p)) });

  async function save(event) {
    event.preventDefault();
    if (!form.unit.trim() || !form.day || !form.kind.trim()) return setWords("单位、日期和种类都要写。");
    const said = changes(form, state);
    if (!said) return setWords("没有改动。");
    if (said.inspectors?.length === 0) return setWords("请至少写一名检查人员。");
    await add(account.id, { inspection: id, kind: "event", event: { type: "amended", ...said } });
    done();
  }

  return html`<form onSubmit=${save}>
    <p class="hint">原来写的仍留在检查记录里。已经生成的文书不会跟着改，请重新生成。</p>
    <label>被检查单位<input type="text" maxlength="200" value=${form.unit} onInput=${(e) => change({ unit: e.target.value })} /></label>
    <label>检查日期<input type="date" value=${form.day} onInput=${(e) => change({ day: e.target.value })} /></label>
    <label>检查种类<input type="text" maxlength="200" value=${form.kind} onInput=${(e) => change({ kind: e.target.value })} /></label>
    ${form.people.map(
      (p, n) => html`<fieldset class="field plain" key=${n}>
        <legend>检查人员 ${n + 1}</legend>
        <label>姓名<input type="text" maxlength="200" autocomplete="off" value=${p.name} onInput=${(e) => person(n, { name: e.target.value })} /></label>
        <label>执法证号<input type="text" maxlength="200" autocomplete="off" value=${p.certificate} onInput=${(e) => person(n, { certificate: e.target.value })} /></label>
      </fieldset>`,
    )}
    <p class="buttons">
      <button type="submit" class="primary">保存更正</button>
      <button type="button" class="quiet" onClick=${() => change({ people: [...form.people, { name: "", certificate: "" }] })}>再加一名检查人员</button>
    </p>
    <p role="status">${words}</p>
  </form>`;
}

function formOf({ unit, day, kind, inspectors }) {
  return { unit: unit.name, day, kind, people: inspectors.map((p) => ({ ...p, certificate: p.certificate ?? "" })) };
}

/** The fields of the event; null where all is as it was. */
function changes(form, state) {
  const said = {};
  if (form.unit.trim() !== state.unit.name) said.unit = form.unit.trim();
  if (form.day !== state.day) said.day = form.day;
  if (form.kind.trim() !== state.kind) said.kind = form.kind.trim();
  const sent = (p) => ({
    name: p.name.trim(), ...(p.account ? { account: p.account } : {}), ...(p.certificate?.trim() ? { certificate: p.certificate.trim() } : {}),
  });
  const people = form.people.filter((p) => p.name.trim()).map(sent);
  if (JSON.stringify(people) !== JSON.stringify(state.inspectors.map(sent))) said.inspectors = people;
  return Object.keys(said).length > 0 ? said : null;
}
