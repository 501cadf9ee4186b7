// One version: what it changed, its files, comparing it with the newest, and going back to it.

import { getJson, request, sendJson } from "../service.js";
import { html, useState } from "../view.js";
import { Changes } from "./changes.js";

export function Version({ version, current, serving, mayChange, done }) {
  const [changes, setChanges] = useState(null);
  const [sure, setSure] = useState(false);
  const [failure, setFailure] = useState("");
  const fail = (error) => setFailure(error.message);
  const compare = () => getJson(`/v1/corpus/versions/compare?old=${version.n}&new=${current}`).then((found) => setChanges(found.changes), fail);
  const back = () => sendJson("POST", `/v1/corpus/versions/${version.n}/rollback`, {}).then((made) => done(`已退回第 ${version.n} 版的文件，记为第 ${made.n} 版，几秒内自动换用。`), fail).finally(() => setSure(false));
  return html`<li class="card">
    <h3>第 ${version.n} 版 ${version.n === serving && html`<span class="tag tag-good">正在用</span>`}</h3>
    <p class="muted">${version.text.replace(/^第 \d+ 版　/u, "")}</p>
    ${version.changed.length > 0 && html`<ul>${version.changed.map((words) => html`<li>${words}</li>`)}</ul>`}
    <details><summary>这一版的文件（${version.files.length}）</summary>
      <ul class="plain-list">${version.files.map((held) => html`<${Held} held=${held} n=${version.n} removing=${mayChange && version.n === current} done=${done} />`)}</ul>
    </details>
    ${failure && html`<p class="error" role="alert">${failure}</p>`}
    ${version.n !== current && html`<p class="draft-buttons">
      <button type="button" class="quiet" aria-label=${`第 ${version.n} 版和最新版比较`} onClick=${compare}>和最新版比较</button>
      ${mayChange && !sure && html`<button type="button" class="quiet" aria-label=${`退回第 ${version.n} 版`} onClick=${() => setSure(true)}>退回这一版</button>`}
      ${mayChange && sure && html`<button type="button" class="danger" onClick=${back}>确认退回第 ${version.n} 版</button> <button type="button" class="quiet" onClick=${() => setSure(false)}>不退回</button>`}
    </p>`}
    ${changes && html`<${Changes} changes=${changes} />`}
  </li>`;
}

/** One file of a version; of the newest it may be taken out, which makes a draft and changes no answer yet. */
function Held({ held, n, removing, done }) {
  const { file, since, until } = held;
  const [failure, setFailure] = useState("");
  async function takeOut() {
    const sent = new FormData();
    sent.append("remove", file);
    try {
      await request("/v1/corpus/versions/drafts", { method: "POST", body: sent });
      await done(`去掉 ${file} 的草稿正在比较；看过上面的草稿，点“发布”才会去掉。`);
    } catch (error) {
      setFailure(error.message);
    }
  }
  const path = file.split("/").map(encodeURIComponent).join("/");
  return html`<li class="held-file"><span><a href=${`/v1/corpus/versions/${n}/files/${path}`} download>${file}</a> <span class="muted">${since ? `${since} 起` : ""}${until ? `，到 ${until} 为止` : ""}</span></span>
    ${removing && html`<button type="button" class="quiet small" aria-label=${`去掉 ${file}`} onClick=${takeOut}>去掉这份</button>`}
    ${failure && html`<p class="error" role="alert">${failure}</p>`}
  </li>`;
}
