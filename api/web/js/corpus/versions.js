// Versions of the documents: send in new ones, see what would change, publish, go back; for staff, changing for admins.

import { Failure } from "../overview/parts.js";
import { byId } from "../dom.js";
import { getJson } from "../service.js";
import { html, render, useEffect, useState } from "../view.js";
import { Draft } from "./draft.js";
import { Upload } from "./upload.js";
import { Version } from "./version.js";

const place = byId("versions");
const mayChange = place.hasAttribute("data-may-change");

function Versions() {
  const [state, setState] = useState({ data: null, failure: "" });
  const [said, setSaid] = useState("");
  const load = () => getJson("/v1/corpus/versions").then((data) => setState({ data, failure: "" }), (error) => setState({ data: null, failure: error.message }));
  useEffect(() => void load(), []);
  const done = (words) => {
    setSaid(words);
    return load();
  };
  const { data, failure } = state;
  if (failure) return html`<${Failure} words=${failure} />`;
  if (!data) return html`<p class="status" role="status">正在取版本……</p>`;
  return html`
    <p role="status" class=${said ? "notice notice-good" : "visually-hidden"}>${said}</p>
    ${data.serving !== data.current && html`<p class="notice">现在答复用的是第 ${data.serving} 版；最新的第 ${data.current} 版几秒内自动换用，施行日期没到的要等到那一天。</p>`}
    ${mayChange && html`<${Upload} folders=${foldersOf(data)} done=${() => done("文件已收到，正在比较；下面的草稿会显示进度。")} />`}
    ${data.drafts.length > 0 && html`<section aria-labelledby="drafts-title"><h2 id="drafts-title">还没有发布的草稿</h2>
      ${data.drafts.map((draft) => html`<${Draft} key=${draft.id} draft=${draft} mayChange=${mayChange} done=${done} />`)}</section>`}
    <section aria-labelledby="all-title"><h2 id="all-title">全部版本</h2>
      <ol class="plain-list groups">${data.versions.map((version) => html`<${Version} key=${version.n} version=${version} current=${data.current} serving=${data.serving} mayChange=${mayChange} done=${done} />`)}</ol>
    </section>
  `;
}

/** The subfolders of the newest version's files, each once. */
function foldersOf({ versions, current }) {
  const files = versions.find((version) => version.n === current)?.files ?? [];
  return [...new Set(files.filter(({ file }) => file.includes("/")).map(({ file }) => file.slice(0, file.indexOf("/"))))].sort();
}

render(html`<${Versions} />`, place);
