// Differences between two versions in words, each with the words that stood and will stand there.

import { html } from "../view.js";

const KINDS = { added: ["新增", "tag-good"], removed: ["去掉", "tag-danger"], changed: ["改动", "tag-warning"], moved: ["挪动", ""], renamed: ["改名", "tag-warning"] };

export function Changes({ changes }) {
  if (changes.length === 0) return html`<p class="muted">没有不同。</p>`;
  return html`<ul class="plain-list changes">${changes.map((change) => html`<${Change} change=${change} />`)}</ul>`;
}

function Change({ change }) {
  const [kind, look] = KINDS[change.change] ?? [change.change, ""];
  const quoted = change.old?.quote || change.new?.quote;
  const head = html`<span class=${`tag ${look}`}>${kind}</span> ${change.text}`;
  if (!quoted) return html`<li>${head}</li>`;
  return html`<li><details><summary>${head}</summary>
    <div class="sides">
      ${change.old?.quote && html`<div><h5>原来（${change.old.file}）</h5><blockquote>${change.old.quote}</blockquote></div>`}
      ${change.new?.quote && html`<div><h5>改后（${change.new.file}）</h5><blockquote>${change.new.quote}</blockquote></div>`}
    </div>
  </details></li>`;
}
