// The unit inspected: chosen from the register while its name is typed, or written as it is.

import { getJson } from "../service.js";
import { html, useEffect, useState } from "../view.js";

const TYPING_MS = 250;

export function UnitField({ regime, name, register, changed }) {
  const [found, setFound] = useState({ units: [], words: "" });
  useEffect(() => {
    const wanted = new AbortController();
    const typed = name.trim();
    if (!typed || register) {
      setFound({ units: [], words: "" });
      return () => wanted.abort();
    }
    const timer = setTimeout(async () => {
      const asked = new URLSearchParams({ name: typed, limit: "8", ...(regime ? { regime } : {}) });
      try {
        const { units, total } = await getJson(`/v1/units?${asked}`, { signal: wanted.signal });
        setFound({ units, words: total > 0 ? `名录里有 ${total} 家，可以选一家` : "名录里没有，就按写的名称" });
      } catch {
        if (!wanted.signal.aborted) setFound({ units: [], words: "现在查不了名录，就按写的名称" });
      }
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      wanted.abort();
    };
  }, [name, register, regime]);
  return html`<div class="field">
    <label for="unit">被检查单位</label>
    <p id="unit-hint" class="hint">写名称里的几个字，从名录里选；名录里没有的写全称。</p>
    <input id="unit" type="text" maxlength="200" autocomplete="off" value=${name} aria-describedby="unit-hint unit-found"
      onInput=${(event) => changed(event.target.value, null)} />
    <p id="unit-found" class="hint" role="status">${register ? "已从名录里选定" : found.words}</p>
    ${found.units.length > 0 &&
    html`<ul class="plain-list choices">
      ${found.units.map(
        (unit) => html`<li key=${unit.id}><button type="button" class="choice" onClick=${() => changed(unit.name, unit.id)}>${unit.name}</button></li>`,
      )}
    </ul>`}
  </div>`;
}
