// The papers of an inspection: what each still lacks, filling in, looking, saving as Word, printing; and the archive.

import { getJson } from "../service.js";
import { html, useState } from "../view.js";
import { start } from "./frame.js";
import { useInspection } from "./inspection.js";
import { Waiting, useLoaded } from "./loading.js";
import { PaperForm } from "./paper_form.js";
import { counts } from "./queue.js";

function Papers({ account, rows }) {
  const { state, checklist, error, again, id, own } = useInspection(account, rows);
  const [open, setOpen] = useState("");
  const [made, setMade] = useState(0);
  const known = state && !id.startsWith("new-");
  const [forms, fault, retry] = useLoaded(
    async () => (known ? (await getJson(`/v1/inspections/${id}/papers`)).papers : undefined),
    [id, known, made, state?.seq],
  );
  if (!state) return html`<h1>文书和归档</h1><${Waiting} what="这次检查" error=${error} again=${again} />`;
  const { waiting } = counts(own);
  return html`
    <p><a href="/inspections/walk?id=${id}">回到检查：${state.unit.name}</a></p>
    <h1>文书和归档</h1>
    <p class="muted">${state.unit.name}　${state.regime.title}</p>
    ${waiting > 0 && html`<p class="notice notice-warning">还有 ${waiting} 条录入没有送到服务器，文书里还没有它们；请等同步完再生成。</p>`}
    ${state.unchecked > 0 && html`<p class="notice notice-warning">还有 ${state.unchecked} 项没查，文书里这些项留空。</p>`}
    ${!known && html`<p class="notice">这次检查还只在本机；同步到服务器以后才能出文书。</p>`}
    ${known && !forms && html`<${Waiting} what="文书的种类" error=${fault} again=${retry} />`}
    <ul class="plain-list papers">
      ${(forms ?? []).map(
        (form) => html`<li key=${form.id} class="card">
          <div class="head-line">
            <h2>${form.title}</h2>
            <p class="tags">${form.demanded && html`<span class="tag">文件写明要有这些部分</span>`} ${form.made && html`<span class="tag tag-good">生成过</span>`}</p>
          </div>
          <p>${form.missing.length === 0 ? "各处都已按检查填好。" : html`还有 ${form.missing.length} 处没有填：<span class="muted">${form.missing.join("、")}</span>`}</p>
          <p class="buttons">
            <button type="button" class="quiet" aria-expanded=${String(open === form.id)} onClick=${() => setOpen(open === form.id ? "" : form.id)}>填写、预览和下载</button>
            <a class="quiet" href="/v1/inspections/${id}/papers/${encodeURIComponent(form.id)}" target="_blank" rel="noopener">空白处待填的打印页</a>
          </p>
          ${open === form.id && html`<${PaperForm} account=${account} state=${state} checklist=${checklist} form=${form} id=${id} made=${() => setMade((n) => n + 1)} />`}
        </li>`,
      )}
    </ul>
    ${known &&
    html`<section class="card">
      <h2>归档</h2>
      <p>一个压缩包：各种文书的最新一份、全部证据、逐条记录和校验值清单。改动其中任何一个文件都查得出来。</p>
      <p><a class="primary" href="/v1/inspections/${id}/archive" download>下载归档（zip）</a></p>
    </section>`}
  `;
}

start(Papers);
