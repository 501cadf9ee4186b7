// What is looked for among the consequences.

import { html, useState } from "../view.js";

export const NAMES = ["words", "document", "regime", "law", "measure", "shape", "reaches", "order"];
const SHAPES = [["priced", "写了罚多少"], ["amount", "写了多少元"], ["person", "按人、按件计"], ["multiple", "按倍数计"], ["unpriced", "没有写金额"]];

export function Filters({ facets, wanted, want }) {
  const submit = (event) => {
    event.preventDefault();
    const sent = new FormData(event.target);
    want(Object.fromEntries(NAMES.map((name) => [name, (sent.get(name) ?? "").trim()])));
  };
  const clear = () => want(Object.fromEntries(NAMES.map((name) => [name, ""])));
  const [wide] = useState(() => matchMedia("(min-width: 40rem)").matches); // a phone shows what is found first
  const narrowed = NAMES.some((name) => wanted[name]);
  const several = facets.documents.length > 1;
  return html`<form class="filters" role="search" aria-label="查处罚条款" onSubmit=${submit}>
    <div class="field filter-words">
      <label for="words">违法行为，或者条款里的字词</label>
      <input id="words" name="words" type="search" maxlength="100" autocomplete="off" defaultValue=${wanted.words} />
    </div>
    <details class="filter-more" open=${wide || NAMES.some((name) => name !== "words" && wanted[name])}><summary>更多条件</summary><div class="filter-fields">
    ${several && html`<${Choice} name="document" label="文件" value=${wanted.document} choices=${facets.documents.map((d) => [d.id, d.bureau ? `${d.bureau}（${d.title}）` : d.title])} />`}
    <${Choice} name="regime" label="对象（监管制度）" value=${wanted.regime} choices=${facets.regimes.map(counted)} />
    <${Choice} name="law" label="法规" value=${wanted.law} choices=${facets.laws.map(counted)} />
    <${Choice} name="measure" label="处理措施" value=${wanted.measure} choices=${facets.measures.map((name) => [name, name])} />
    <${Choice} name="shape" label="罚款怎么写" value=${wanted.shape} choices=${SHAPES} />
    <div class="field">
      <label for="reaches">上限不低于（元）</label>
      <input id="reaches" name="reaches" type="number" min="0" step="any" inputmode="decimal" defaultValue=${wanted.reaches} />
    </div>
    <div class="field">
      <label for="order">排列</label>
      <select id="order" name="order">
        <option value="">按文件先后</option>
        <option value="heaviest" selected=${wanted.order === "heaviest"}>上限高的在前</option>
      </select>
    </div>
    </div></details>
    <div class="filter-buttons">
      <button type="submit" class="primary">筛选</button>
      ${narrowed && html`<button type="button" class="quiet" onClick=${clear}>清除筛选</button>`}
    </div>
  </form>`;
}

function counted({ name, rows }) {
  return [name, `${name}（${rows}）`];
}

function Choice({ name, label, value, choices }) {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select id=${name} name=${name}>
      <option value="">全部</option>
      ${choices.map(([key, words]) => html`<option value=${key} selected=${key === value}>${words}</option>`)}
    </select>
  </div>`;
}
