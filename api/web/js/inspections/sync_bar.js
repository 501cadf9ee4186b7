// Always there: whether the server has everything, in words; and what it refused, with the reason and what can be done.

import { html } from "../view.js";
import { counts, setAside, tryAgain } from "./queue.js";
import { rowInWords, whenInWords } from "./words.js";

export function SyncBar({ rows, sender }) {
  const { waiting, refused } = counts(rows);
  const [words, kind] = stateInWords(waiting, refused, sender.state);
  const open = rows.filter((row) => row.state !== "sent");
  return html`
    <div class="sync sync-${kind}">
      <div class="sync-line">
        <p class="sync-words" role="status">${words}</p>
        ${waiting > 0 &&
        sender.state === "signed-out" &&
        html`<a class="quiet small" href=${signInAddress()}>去登录</a>`}
        ${waiting > 0 &&
        sender.state !== "sending" &&
        sender.state !== "signed-out" &&
        html`<button type="button" class="quiet small" onClick=${() => sender.now()}>现在同步</button>`}
      </div>
      ${sender.progress && html`<p class="sync-progress">${sender.progress}</p>`}
      ${refused > 0 && html`<${Refused} rows=${rows.filter((row) => row.state === "refused")} all=${rows} />`}
      ${waiting > 0 &&
      html`<details class="sync-list">
        <summary>看还没有送到的 ${open.length} 条</summary>
        <ol>
          ${open.map((row) => html`<li key=${row.order}>${whenInWords(row.at)}　${rowInWords(row)}</li>`)}
        </ol>
      </details>`}
    </div>
  `;
}

export function stateInWords(waiting, refused, state) {
  const not = refused > 0 ? `${refused} 条服务器没有收` : "";
  if (waiting === 0) return refused > 0 ? [`${not}，请看下面的原因`, "bad"] : ["已保存到服务器", "good"];
  const tail = not ? `；${not}` : "";
  if (state === "sending") return [`正在送 ${waiting} 条……${tail}`, "busy"];
  if (state === "signed-out") return [`没有登录或登录已过期，${waiting} 条先存在本机，登录后接着送${tail}`, "off"];
  if (state === "other-account") return [`现在登录的是别的账号，${waiting} 条留在本机，换回来再送${tail}`, "off"];
  if (state === "offline") return [`${navigator.onLine ? "连不上服务" : "没有网络"}，${waiting} 条先存在本机${tail}`, "off"];
  return [`${waiting} 条待同步${tail}`, "busy"];
}

function Refused({ rows, all }) {
  return html`
    <ul class="plain-list refused">
      ${rows.map((row) => {
        const needed = row.kind === "begin" && all.some((one) => one !== row && one.inspection === row.inspection);
        return html`<li key=${row.order} class="notice notice-danger">
          <p><strong>没有收：${rowInWords(row)}</strong></p>
          <p>${row.detail}</p>
          <p class="buttons">
            ${row.kind === "begin"
              ? html`<a class="quiet small" href="/inspections/new?again=${row.order}">改后再送</a>`
              : html`<button type="button" class="quiet small" onClick=${() => tryAgain(row.order)}>再送一次</button>
                  <a class="quiet small" href="/inspections/walk?id=${row.inspection}${itemPart(row)}">去这一项重新录入</a>`}
            ${!needed &&
            html`<button type="button" class="quiet small" onClick=${() => confirm("这一条不再送了，从本机删去。确定吗？") && setAside(row.order)}>
              不再需要这一条
            </button>`}
          </p>
        </li>`;
      })}
    </ul>
  `;
}

function itemPart(row) {
  const item = row.item ?? row.event?.item ?? row.event?.by?.item;
  return item ? `&item=${encodeURIComponent(item)}` : "";
}

export function signInAddress() {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}
