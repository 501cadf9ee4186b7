// Sending documents in: they become a draft and change no answer.

import { request } from "../service.js";
import { html, useState } from "../view.js";

/** `folders` are those that documents stand in now: each is a bureau of its own. */
export function Upload({ done, folders }) {
  const [state, setState] = useState({ busy: false, failure: "" });
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const sent = new FormData(form);
    for (const name of ["since", "until", "into", "note"]) if (!sent.get(name)) sent.delete(name);
    setState({ busy: true, failure: "" });
    try {
      await request("/v1/corpus/versions/drafts", { method: "POST", body: sent });
      form.reset();
      setState({ busy: false, failure: "" });
      await done();
    } catch (error) {
      setState({ busy: false, failure: error.message });
    }
  };
  return html`<section aria-labelledby="upload-title">
    <h2 id="upload-title">上传新版文件</h2>
    <form class="upload" onSubmit=${submit}>
      ${state.failure && html`<p class="error" role="alert">${state.failure}</p>`}
      <div class="field"><label for="files">文件（可以选几份）</label>
        <p id="files-hint" class="hint">同名的换掉原来那份，不同名的新增；一共不超过 64 MB。</p>
        <input id="files" name="files" type="file" multiple required aria-describedby="files-hint" /></div>
      <div class="search-row">
        <div class="field"><label for="since">从哪一天起施行（可不填）</label><input id="since" name="since" type="date" /></div>
        <div class="field"><label for="until">到哪一天为止（可不填）</label><input id="until" name="until" type="date" /></div>
        <div class="field"><label for="into">放进子文件夹（可不填）</label><input id="into" name="into" type="text" maxlength="60" list="folders" autocomplete="off" />
          <datalist id="folders">${folders.map((name) => html`<option value=${name}></option>`)}</datalist></div>
        <div class="field grow"><label for="note">为什么改（可不填）</label><input id="note" name="note" type="text" maxlength="500" /></div>
      </div>
      <button type="submit" class="primary" disabled=${state.busy}>${state.busy ? "正在上传……" : "上传并比较"}</button>
    </form>
  </section>`;
}
