// Duties that fit what is looked for, each with the matters it proves.

import { asQuery } from "../overview/address.js";
import { ClauseButton } from "../overview/clause_button.js";
import { Owner } from "../overview/owner.js";
import { Failure, More, usePages } from "../overview/parts.js";
import { ofBureau } from "../service.js";
import { html } from "../view.js";

export function Found({ looking, look }) {
  const query = asQuery({ words: looking.words, section: looking.section });
  const { rows, data, failure, busy, more } = usePages(ofBureau(`/v1/duties${query}`), "duties");
  const clear = () => look({ words: "", section: "", topic: "" });
  return html`<section class="found" aria-labelledby="found-title" aria-busy=${busy}>
    <h2 id="found-title">查到的职责</h2>
    <p role="status" class="status-line">${failure || !data ? "" : said(data, looking)} <button type="button" class="quiet small" onClick=${clear}>清除</button></p>
    <${Failure} words=${failure} />
    <ul class="plain-list duties">
      ${rows.map((duty) => html`<${Duty} key=${duty.place.document + duty.place.start} duty=${duty} />`)}
    </ul>
    <${More} more=${more} busy=${busy} left=${data ? data.total - rows.length : 0} />
  </section>`;
}

function said(data, { words, section }) {
  const of = [section, words && `“${words}”`].filter(Boolean).join("，");
  return data.total ? `${of}：${data.total} 项职责。` : `${of}：登记的职责里没有。换个说法，或者减少字词再试。`;
}

function Duty({ duty }) {
  return html`<li class="card">
    <h3>${duty.section}<${Owner} name=${duty.bureau} /></h3>
    ${duty.main && html`<p class="muted">主要职责${duty.number && ` ${duty.number}`}：${duty.main}</p>`}
    <p>${duty.text}</p>
    ${duty.matters.length > 0 && html`<p class="tags" aria-label="这项职责管的事项">${duty.matters.map((name) => html`<span class="tag">${name}</span> `)}</p>`}
    <${ClauseButton} place=${duty.place} label=${duty.section} />
  </li>`;
}
