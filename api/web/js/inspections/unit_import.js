// Importing a register: first what is read from the file and what is wrong with it, then the import itself.

import { request } from "../service.js";
import { html, useState } from "../view.js";

export function UnitImport({ checklists, imported }) {
  const [file, setFile] = useState(null);
  const [regimes, setRegimes] = useState([]);
  const [seen, setSeen] = useState(null);
  const [words, setWords] = useState("");

  async function send(path) {
    const form = new FormData();
    form.append("file", file, file.name);
    regimes.forEach((title) => form.append("regime", title));
    return (await request(path, { method: "POST", body: form })).json();
  }

  async function look(event) {
    event.preventDefault();
    if (!file) return setWords("请先选一个文件。");
    setSeen(null);
    setWords("正在读文件……");
    try {
      setSeen(await send("/v1/units/preview"));
      setWords("");
    } catch (error) {
      setWords(error.message);
    }
  }

  async function keep() {
    setWords("正在导入……");
    try {
      const done = await send("/v1/units");
      setWords(`已导入 ${done.imported} 家。`);
      setSeen(null);
      setFile(null);
      imported();
    } catch (error) {
      setWords(error.message);
    }
  }

  return html`<details class="more">
    <summary>导入名录</summary>
    <form onSubmit=${look}>
      <div class="field">
        <label for="register-file">表格（xlsx 或 csv，最大 5 MB）</label>
        <p id="register-hint" class="hint">表头要有“单位名称”；可以有“编号”“监管制度”“类别”等列。按编号更新，名录里其他单位不动。</p>
        <input id="register-file" type="file" accept=".xlsx,.csv,.xls,.tsv" aria-describedby="register-hint" onChange=${(e) => {
          setFile(e.target.files[0] ?? null);
          setSeen(null);
          setWords("");
        }} />
      </div>
      <details>
        <summary>表里没有“监管制度”列时：这些单位都属于</summary>
        ${checklists.map(
          (c) => html`<label class="switch" key=${c.id}><input type="checkbox" checked=${regimes.includes(c.title)} onChange=${(e) =>
            setRegimes(e.target.checked ? [...regimes, c.title] : regimes.filter((title) => title !== c.title))} /> ${c.title}</label>`,
        )}
      </details>
      <p><button type="submit" class="quiet">先看读出了什么</button></p>
    </form>
    <p role="status">${words}</p>
    ${seen && html`<${Seen} seen=${seen} keep=${keep} />`}
  </details>`;
}

function Seen({ seen, keep }) {
  const fresh = seen.rows.filter((row) => !row.known).length;
  return html`
    ${seen.refused.length > 0 && html`<div class="notice notice-danger"><p><strong>有 ${seen.refused.length} 处要先改好，才能导入：</strong></p><ul>${seen.refused.map((said, k) => html`<li key=${k}>${said}</li>`)}</ul></div>`}
    ${seen.problems.length > 0 && html`<div class="notice notice-warning"><p>会跳过或合并：</p><ul>${seen.problems.map((said, k) => html`<li key=${k}>${said}</li>`)}</ul></div>`}
    <p>读出 ${seen.total} 家${seen.total > seen.rows.length ? `，下面是前 ${seen.rows.length} 家` : ""}；其中新的 ${fresh} 家，已有的 ${seen.rows.length - fresh} 家会更新。</p>
    <table class="data stacked">
      <caption class="visually-hidden">从文件里读出的单位</caption>
      <thead><tr><th scope="col">单位</th><th scope="col">编号</th><th scope="col">监管制度</th><th scope="col">其他</th></tr></thead>
      <tbody>
        ${seen.rows.map(
          (row) => html`<tr key=${row.id}><th scope="row">${row.name} ${row.known ? html`<span class="tag">更新</span>` : html`<span class="tag tag-good">新的</span>`}</th>
            <td data-label="编号">${row.id}</td><td data-label="监管制度">${row.regimes.join("、") || "没有写"}</td>
            <td data-label="其他">${Object.entries(row.attributes).map(([head, value]) => `${head}：${value}`).join("；") || "—"}</td></tr>`,
        )}
      </tbody>
    </table>
    <p><button type="button" class="primary" disabled=${seen.refused.length > 0} onClick=${keep}>导入 ${seen.total} 家</button></p>
  `;
}
