// The words looked for, and one section if wanted.

import { html } from "../view.js";

export function Search({ map, looking, look }) {
  const submit = (event) => {
    event.preventDefault();
    const sent = new FormData(event.target);
    look({ words: sent.get("words").trim(), section: sent.get("section"), topic: "" });
  };
  const names = [...new Set(map.sections.map((section) => section.name))];
  return html`<form class="search-row" role="search" aria-label="查职责" onSubmit=${submit}>
    <div class="field grow">
      <label for="words">要办的事、科室，或者职责里的字词</label>
      <input id="words" name="words" type="search" maxlength="100" autocomplete="off" defaultValue=${looking.words} aria-describedby="words-hint" />
      <p id="words-hint" class="hint">用平常的说法就行，如“公伤”；几个词用空格隔开。</p>
    </div>
    <div class="field">
      <label for="section">科室</label>
      <select id="section" name="section">
        <option value="">全部</option>
        ${names.map((name) => html`<option value=${name} selected=${name === looking.section}>${name}</option>`)}
      </select>
    </div>
    <button type="submit" class="primary">查找</button>
  </form>`;
}
