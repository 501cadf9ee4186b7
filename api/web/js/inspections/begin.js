// A new inspection: kept on this device at once, sent when there is a network.

import { html, useEffect, useRef, useState } from "../view.js";
import { inspectors } from "./account.js";
import { draftOf, keepDraft } from "./database.js";
import { start } from "./frame.js";
import { read } from "./kept.js";
import { Waiting, useLoaded } from "./loading.js";
import { add, newKey, tryAgain } from "./queue.js";
import { UnitField } from "./unit_field.js";
import { today } from "./words.js";

const OTHER = "其他";

function Begin({ account, rows }) {
  const again = rows.find((row) => String(row.order) === new URLSearchParams(location.search).get("again"));
  const [lists, error, retry] = useLoaded(() => read(account.id, "/v1/checklists"));
  const [others] = useLoaded(inspectors);
  const [form, setForm] = useState(again ? formOf(again.event) : emptyForm(account));
  const [faults, setFaults] = useState([]);
  const summary = useRef(null);
  useEffect(() => {
    if (!again) draftOf(account.id, "certificate").then((certificate) => certificate && change({ certificate }));
  }, []);
  useEffect(() => faults.length > 0 && summary.current?.focus(), [faults]);
  const change = (part) => setForm((before) => ({ ...before, ...part }));
  if (!lists) return html`<${Waiting} what="监管制度的清单" error=${error} again=${retry} />`;
  const { checklists } = lists.json;
  const chosen = checklists.find((c) => c.id === form.regime);
  const colleagues = (others ?? []).filter((one) => one.id !== account.id);

  async function submit(event) {
    event.preventDefault();
    const wrong = faultsOf(form);
    setFaults(wrong);
    if (wrong.length > 0) return;
    await keepDraft(account.id, "certificate", form.certificate.trim());
    await read(account.id, `/v1/checklists/${form.regime}`).catch(() => null); // for walking without a network
    const said = eventOf(form, account, colleagues);
    if (again) {
      await tryAgain(again.order, said);
      location.assign(`/inspections/walk?id=${again.inspection}`);
      return;
    }
    const inspection = `new-${newKey()}`;
    const shares = form.shared.map((id) => ({ inspection, kind: "event", event: { type: "shared", account: id } }));
    await add(account.id, { inspection, kind: "begin", event: said }, ...shares);
    location.assign(`/inspections/walk?id=${inspection}`);
  }

  return html`
    <h1>新的检查</h1>
    <form onSubmit=${submit} novalidate>
      ${faults.length > 0 &&
      html`<div class="error-summary" role="alert" tabindex="-1" ref=${summary}>
        <h2>还差几处</h2>
        <ul>${faults.map(([id, words]) => html`<li key=${id}><a href="#${id}">${words}</a></li>`)}</ul>
      </div>`}
      <div class="field">
        <label for="regime">监管制度</label>
        <select id="regime" value=${form.regime} onChange=${(e) => change({ regime: e.target.value, kind: "" })}>
          <option value="">请选择</option>
          ${checklists.map((c) => html`<option key=${c.id} value=${c.id}>${c.title}（${c.items} 项）</option>`)}
        </select>
      </div>
      <${UnitField} account=${account} regime=${form.regime} name=${form.unit} register=${form.register}
        changed=${(unit, register) => change({ unit, register })} />
      <div class="field">
        <label for="day">检查日期</label>
        <input id="day" type="date" value=${form.day} onInput=${(e) => change({ day: e.target.value })} />
      </div>
      <fieldset class="field plain">
        <legend id="kind">检查种类</legend>
        ${!chosen && html`<p class="hint">先选监管制度，再选文件写明的种类。</p>`}
        ${[...(chosen?.kinds ?? []), OTHER].map(
          (kind) => html`<label class="switch" key=${kind}>
            <input type="radio" name="kind" checked=${form.kind === kind} onChange=${() => change({ kind })} /> ${kind}
          </label>`,
        )}
        ${form.kind === OTHER &&
        html`<label>写明种类<input id="other-kind" type="text" maxlength="200" value=${form.otherKind} onInput=${(e) => change({ otherKind: e.target.value })} /></label>`}
      </fieldset>
      <fieldset class="field plain">
        <legend>检查人员</legend>
        <label>${account.display}（本人）的执法证号
          <input type="text" maxlength="200" autocomplete="off" value=${form.certificate} onInput=${(e) => change({ certificate: e.target.value })} />
        </label>
        <${Second} form=${form} change=${change} colleagues=${colleagues} />
      </fieldset>
      ${colleagues.length > 0 &&
      html`<fieldset class="field plain">
        <legend>共享给（可以查看和录入，不写进文书）</legend>
        ${colleagues.map(
          (one) => html`<label class="switch" key=${one.id}>
            <input type="checkbox" checked=${form.shared.includes(one.id)} onChange=${(e) =>
              change({ shared: e.target.checked ? [...form.shared, one.id] : form.shared.filter((id) => id !== one.id) })} />
            ${one.display}（${one.name}）
          </label>`,
        )}
      </fieldset>`}
      <button type="submit" class="primary">开始检查</button>
    </form>
  `;
}

function Second({ form, change, colleagues }) {
  return html`
    <label>第二名检查人员
      <select value=${form.second} onChange=${(e) => change({ second: e.target.value })}>
        <option value="">暂时没有</option>
        ${colleagues.map((one) => html`<option key=${one.id} value=${one.id}>${one.display}（${one.name}）</option>`)}
        <option value=${OTHER}>没有账号的人</option>
      </select>
    </label>
    ${form.second === OTHER &&
    html`<label>姓名<input id="second-name" type="text" maxlength="200" autocomplete="off" value=${form.secondName} onInput=${(e) => change({ secondName: e.target.value })} /></label>`}
    ${form.second &&
    html`<label>第二名的执法证号<input type="text" maxlength="200" autocomplete="off" value=${form.secondCertificate} onInput=${(e) => change({ secondCertificate: e.target.value })} /></label>`}
  `;
}

function emptyForm() {
  const asked = new URLSearchParams(location.search);
  return {
    regime: asked.get("regime") ?? "", unit: asked.get("unit") ?? "", register: asked.get("register"), day: today(), kind: "", otherKind: "",
    certificate: "", second: "", secondName: "", secondCertificate: "", shared: [],
  };
}

/** A refused beginning as the form had it. */
function formOf(event) {
  const [first, second] = event.inspectors;
  return {
    ...emptyForm(), regime: event.regime, unit: event.unit, register: event.register ?? null, day: event.day, kind: OTHER, otherKind: event.kind,
    certificate: first?.certificate ?? "", second: second ? (second.account ?? OTHER) : "", secondName: second?.name ?? "",
    secondCertificate: second?.certificate ?? "",
  };
}

function faultsOf(form) {
  const wrong = [];
  if (!form.regime) wrong.push(["regime", "请选择监管制度"]);
  if (!form.unit.trim()) wrong.push(["unit", "请填写被检查单位的名称"]);
  if (!form.day) wrong.push(["day", "请填写检查日期"]);
  if (!form.kind || (form.kind === OTHER && !form.otherKind.trim())) wrong.push(["kind", "请选择检查种类"]);
  if (form.second === OTHER && !form.secondName.trim()) wrong.push(["second-name", "请填写第二名检查人员的姓名"]);
  return wrong;
}

function eventOf(form, account, colleagues) {
  const person = (name, certificate, id) => ({
    name, ...(id ? { account: id } : {}), ...(certificate.trim() ? { certificate: certificate.trim() } : {}),
  });
  const second = colleagues.find((one) => one.id === form.second);
  const people = [person(account.display, form.certificate, account.id)];
  if (second) people.push(person(second.display, form.secondCertificate, second.id));
  else if (form.second) people.push(person(form.secondName.trim(), form.secondCertificate));
  return {
    regime: form.regime, unit: form.unit.trim(), ...(form.register ? { register: form.register } : {}), day: form.day,
    kind: form.kind === OTHER ? form.otherKind.trim() : form.kind, inspectors: people,
  };
}

start(Begin, ["inspector"]);
