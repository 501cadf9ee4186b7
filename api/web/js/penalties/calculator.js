// A fine for the facts of a case. The service calculates; here is only what it is asked and what it answers.

import { sendJson } from "../service.js";
import { html, useEffect, useRef, useState } from "../view.js";

const VERDICTS = { inside: "tag-good", above: "tag-danger", below: "tag-warning" };

export function Calculator({ row, id }) {
  const form = useRef(null);
  const [result, setResult] = useState(null);
  const [failure, setFailure] = useState("");
  useEffect(() => form.current.querySelector("input").focus(), []);
  const submit = async (event) => {
    event.preventDefault();
    try {
      setResult(await sendJson("POST", "/v1/penalties/calculate", asked(row, new FormData(event.target))));
      setFailure("");
    } catch (error) {
      setResult(null);
      setFailure(error.message);
    }
  };
  const times = row.fine.kind === "multiple";
  const heads = row.fine.per === "person" && !row.fine.by;
  return html`<form ref=${form} class="calculator" aria-label=${`计算：${row.violation}`} onSubmit=${submit}>
    ${row.needs.map((need, n) => html`<${Amount} id=${`${id}-${n}`} name=${`need-${n}`} label=${need.label} unit=${need.unit} whole=${need.unit !== "元"} />`)}
    <${Amount} id=${`${id}-proposed`} name="proposed_yuan" label="拟罚多少（可不填）" unit="元" />
    ${heads && html`<label class="switch"><input type="checkbox" name="proposed_each" /> 拟罚的是每人的数</label>`}
    ${times && html`<${Amount} id=${`${id}-times`} name="proposed_times" label="或者拟罚几倍（可不填）" unit="倍" />`}
    <button type="submit" class="primary">计算</button>
    <div class="calculated" role="status">
      ${failure && html`<p class="error">${failure}</p>`}
      ${result && html`<${Result} result=${result} row=${row} />`}
    </div>
  </form>`;
}

function Amount({ id, name, label, unit, whole }) {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <span class="with-unit"><input id=${id} name=${name} type="number" min=${whole ? 1 : 0} step=${whole ? 1 : "any"} inputmode=${whole ? "numeric" : "decimal"} /><span>${unit}</span></span>
  </div>`;
}

/** The request's body; what was left empty is not sent. */
function asked(row, sent) {
  const body = { record: row.record, document: row.document, index: row.index, counts: [] };
  row.needs.forEach((need, n) => {
    const value = sent.get(`need-${n}`);
    if (value === "") return;
    if (need.key === "count") body.counts.push({ unit: need.unit, n: Number(value) });
    else body[need.key] = Number(value);
  });
  for (const name of ["proposed_yuan", "proposed_times"]) {
    if (sent.get(name)) body[name] = Number(sent.get(name));
  }
  if (sent.get("proposed_each")) body.proposed_each = true;
  return body;
}

function Result({ result, row }) {
  const { total, verdict, missing } = result;
  return html`
    ${total && html`<p><strong>应在的幅度</strong>：${total.working}</p>`}
    ${verdict && html`<p><span class=${`tag ${VERDICTS[verdict.relation]}`}>${VERDICT_WORDS[verdict.relation]}</span> ${verdict.words}</p>`}
    ${missing.length > 0 && html`<p>要算出总额，还需要：${missing.join("、")}。</p>`}
    ${!total && !verdict && missing.length === 0 && html`<p>这一条就是 ${row.fine_words}，不用再算。填上拟罚的数额，可以看它在不在幅度之内。</p>`}
    ${row.when && html`<p class="muted">只适用于“${row.when}”的情形。</p>`}
  `;
}

const VERDICT_WORDS = { inside: "在幅度之内", above: "超出上限", below: "低于下限" };
