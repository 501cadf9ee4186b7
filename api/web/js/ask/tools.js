// What one does with an answer: copy it, share the question, print.

import { copyText } from "../clipboard.js";
import { html, useState } from "../view.js";
import { plainText } from "./plain_text.js";
import { linkTo } from "./link.js";

export function Tools({ answer }) {
  const [said, setSaid] = useState("");

  async function copy(text, words) {
    setSaid((await copyText(text)) ? words : "浏览器不让复制。请选中文字后自己复制。");
  }

  async function share() {
    const link = linkTo(answer.question);
    if (!navigator.share) return copy(link, "链接已复制，发给别人打开就会问同一个问题。");
    try {
      await navigator.share({ title: answer.question, url: link });
    } catch (error) {
      if (error.name !== "AbortError") await copy(link, "链接已复制，发给别人打开就会问同一个问题。");
    }
  }

  return html`<div class="tools">
    <button type="button" class="quiet small" onClick=${() => copy(plainText(answer), "答复和依据已复制。")}>复制答复</button>
    <button type="button" class="quiet small" onClick=${share}>分享链接</button>
    <button type="button" class="quiet small" onClick=${() => window.print()}>打印</button>
    <span class="said" role="status">${said}</span>
  </div>`;
}
