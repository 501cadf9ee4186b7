// A draft: how far the comparison is, what publishing would change, and the two ways on.

import { getJson, remove, sendJson } from "../service.js";
import { html, useEffect, useState } from "../view.js";
import { Changes } from "./changes.js";

const AGAIN_MS = 1500;

export function Draft({ draft, mayChange, done }) {
  const [now, setNow] = useState({ ...draft, preview: null });
  const [failure, setFailure] = useState("");
  const address = `/v1/corpus/versions/drafts/${draft.id}`;
  useEffect(() => {
    let timer = 0;
    const look = () =>
      getJson(address).then(
        (found) => {
          setNow(found);
          if (found.state === "working") timer = setTimeout(look, AGAIN_MS);
        },
        (error) => setFailure(error.message),
      );
    look();
    return () => clearTimeout(timer);
  }, [draft.id]);
  const act = (work, words) => work().then((made) => done(words(made)), (error) => setFailure(error.message));
  const publish = () => act(() => sendJson("POST", `${address}/publish`, {}), (made) => `已发布为第 ${made.n} 版，几秒内自动换用。`);
  const discard = () => act(() => remove(address), () => "草稿已放弃，文件没有改动。");
  return html`<article class="card draft" aria-label=${`草稿：${whatOf(now)}`}>
    <h3>${whatOf(now)}</h3>
    <p class="muted">${now.by}　${new Date(now.at).toLocaleString("zh-CN")}　在第 ${now.base} 版的基础上　${now.note}</p>
    ${(now.since || now.until) && html`<p>${now.since && `从 ${now.since} 起施行：在那以前照旧答复，到那一天自动换用。`}${now.until && `有效到 ${now.until} 为止。`}</p>`}
    ${failure && html`<p class="error" role="alert">${failure}</p>`}
    ${now.state === "working" && html`<p role="status">${now.step}……${now.total > 0 && html` <progress max=${now.total} value=${now.done} aria-label="进度"></progress> ${now.done} / ${now.total}`}</p>`}
    ${now.state === "failed" && html`<div class="notice notice-danger"><p>没有办成：${now.error}</p></div>`}
    ${now.state === "ready" && now.preview && html`<${Preview} preview=${now.preview} files=${now.files} />`}
    ${mayChange && html`<p class="draft-buttons">
      <button type="button" class="primary" disabled=${now.state !== "ready"} onClick=${publish}>发布</button>
      <button type="button" class="quiet" onClick=${discard}>放弃草稿</button>
    </p>`}
  </article>`;
}

function whatOf({ files, removed }) {
  return [...files, ...removed.map((file) => `去掉 ${file}`)].join("、");
}

function Preview({ preview, files }) {
  const sent = preview.documents.filter(({ file }) => files.includes(file));
  return html`
    ${sent.length > 0 && html`<h4>读到了什么</h4><ul>${sent.map(({ file, words }) => html`<li>${file}：${words}</li>`)}</ul>`}
    <h4>发布以后，规定会有这些不同（${preview.changes.length}）</h4>
    <${Changes} changes=${preview.changes} />
    <h4>试答了 ${preview.asked} 个以往的问题，答复会变的有 ${preview.answers.length} 个</h4>
    ${preview.asked === 0 && html`<p class="muted">还没有可以试的问题：有人提过问以后会自动用上，也可以在文件夹里放一份 .jsonl，每行 {"id": "1", "q": "问题"}。</p>`}
    <ul class="plain-list changes">${preview.answers.map((answer) => html`<li><details>
      <summary>${answer.question} <span class="tag tag-warning">${answer.what.join("；")}</span> <span class="muted">${answer.source}</span></summary>
      <div class="sides"><div><h5>现在</h5><p>${answer.old.text}</p></div><div><h5>发布以后</h5><p>${answer.new.text}</p></div></div>
    </details></li>`)}</ul>
  `;
}
