// Evidence: photos and files, kept on the device first, then on the server under their hash.

import { html, useEffect, useRef, useState } from "../view.js";
import { add } from "./queue.js";
import { database } from "./database.js";
import { sizeInWords } from "./words.js";

const MOST_BYTES = 20 * 1024 * 1024;

export function Evidence({ account, inspection, item, files, editable }) {
  const [words, setWords] = useState("");
  const name = `evidence-${item ?? "general"}`;

  async function take(event) {
    const chosen = [...event.target.files];
    event.target.value = "";
    const fit = chosen.filter((file) => file.size > 0 && file.size <= MOST_BYTES);
    const not = chosen.filter((file) => !fit.includes(file)).map((file) => file.name);
    setWords(`正在存 ${fit.length} 个文件……`);
    try {
      for (const file of fit) {
        const entry = { inspection, kind: "evidence", item, name: file.name, size: file.size, mediaType: file.type };
        await add(account.id, { ...entry, file: new Blob([await file.arrayBuffer()], { type: file.type }) });
      }
      const kept = fit.length > 0 ? `${fit.length} 个文件已存在本机，随后上传。` : "";
      setWords(kept + (not.length > 0 ? `没有存：${not.join("、")}（空的，或超过 20 MB）。请压缩或分开后再选。` : ""));
    } catch {
      setWords("本机存不下这个文件，没有存。请清理手机的存储空间后再选一次。");
    }
  }

  return html`
    <section class="evidence" aria-labelledby=${name}>
      <h3 id=${name}>证据</h3>
      ${files.length === 0 && html`<p class="muted">还没有照片或文件。</p>`}
      <ul class="plain-list files">
        ${files.map((entry) => html`<${File} key=${entry.seq ?? entry.key} entry=${entry} inspection=${inspection} />`)}
      </ul>
      ${editable &&
      html`<div class="buttons">
        <label class="quiet file-button">拍照<input type="file" accept="image/*" capture="environment" onChange=${take} /></label>
        <label class="quiet file-button">选照片或文件<input type="file" multiple onChange=${take} /></label>
      </div>`}
      <p class="hint" role="status">${words}</p>
    </section>
  `;
}

function File({ entry, inspection }) {
  const { evidence } = entry.said;
  const address = evidence.sha256 ? `/v1/inspections/${inspection}/evidence/${evidence.sha256}` : null;
  const picture = /^image\/(png|jpeg|webp|gif)$/u.test(evidence.media_type);
  return html`<li class="file">
    ${picture && (address ? html`<img class="thumb" src=${address} alt="" loading="lazy" />` : html`<${Drawn} of=${entry.key} />`)}
    <span>
      ${address ? html`<a href=${address} download=${evidence.name}>${evidence.name}</a>` : evidence.name}
      <span class="block muted">${sizeInWords(evidence.size)}　${address ? `已保存，校验值 ${evidence.sha256.slice(0, 12)}…` : entry.waiting ? "已存在本机，待上传" : "已上传"}</span>
    </span>
  </li>`;
}

/** A picture that waits on this device; drawn, for the content policy lets no blob be an image's source. */
function Drawn({ of }) {
  const canvas = useRef(null);
  useEffect(() => {
    draw(canvas.current, of).catch(() => {});
  }, [of]);
  return html`<canvas class="thumb" ref=${canvas} width="96" height="96" aria-hidden="true"></canvas>`;
}

async function draw(canvas, of) {
  const row = await (await database()).getFromIndex("queue", "key", of);
  if (!row?.file) return;
  const picture = await createImageBitmap(row.file, { resizeHeight: 192 });
  const scale = Math.max(96 / picture.width, 96 / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas.getContext("2d").drawImage(picture, (96 - width) / 2, (96 - height) / 2, width, height);
}
