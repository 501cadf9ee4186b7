// What every page of inspections has: whose it is, where else to go, whether everything is saved; and the view itself.

import { SourcePanel } from "../source.js";
import { html, render, useEffect, useState } from "../view.js";
import { whoIsHere } from "./account.js";
import { counts, forgetOld, onChange, rowsOf } from "./queue.js";
import { Sender } from "./sending.js";
import { SyncBar, signInAddress } from "./sync_bar.js";

const ENTRIES = [
  ["/inspections", "我的检查", ["inspector", "admin"]],
  ["/inspections/meters", "检查进度", ["staff", "inspector", "admin"]],
  ["/inspections/plan", "全年计划", ["staff", "inspector", "admin"]],
  ["/inspections/units", "单位名录", ["staff", "inspector", "admin"]],
];

/**
 * Draw a page. `View` gets {account, sender, rows, signedIn, panel, navigate}; it is drawn anew whenever the queue changes.
 * @param roles who may use it
 */
export async function start(View, roles = ["inspector", "admin"]) {
  const root = document.getElementById("inspections");
  keepShell();
  const { account, signedIn } = await whoIsHere();
  root.replaceChildren(); // what was said while it opened
  if (!account) {
    render(html`<${SignInFirst} known=${signedIn} />`, root);
    return;
  }
  const words = html`<p class="notice notice-warning">您的账号（${account.display}）不能用这一页；请换检查人员的账号登录。</p>`;
  if (!roles.includes(account.role)) return render(html`<${Places} account=${account} />${words}`, root);
  const sender = new Sender(account);
  const panel = new SourcePanel();
  render(html`<${Whole} View=${View} shared=${{ account, sender, panel, signedIn }} />`, root);
  if (signedIn === false) sender.state = "signed-out";
  sender.now();
}

function Whole({ View, shared }) {
  const [rows, setRows] = useState(null);
  useEffect(() => {
    const load = async () => setRows(await rowsOf(shared.account.id));
    forgetOld(shared.account.id).then(load);
    return onChange(load);
  }, []);
  if (rows === null) return html`<p class="status" role="status">正在打开本机的记录……</p>`;
  const offers = shared.account.role === "inspector" || counts(rows).waiting > 0;
  return html`
    <${Places} account=${shared.account} />
    ${offers && html`<${SyncBar} rows=${rows} sender=${shared.sender} />`}
    <${View} ...${shared} rows=${rows} />
  `;
}

function Places({ account }) {
  const mine = ENTRIES.filter(([, , roles]) => roles.includes(account.role));
  return html`<nav class=${location.pathname.endsWith("/walk") ? "places places-walk" : "places"} aria-label="检查的各页">
    <ul class="plain-list">
      ${mine.map(([path, words]) => {
        const here = location.pathname === path || (path === "/inspections" && /\/(walk|new|papers)$/u.test(location.pathname));
        return html`<li key=${path}><a href=${path} aria-current=${here ? (location.pathname === path ? "page" : "true") : null}>${words}</a></li>`;
      })}
    </ul>
  </nav>`;
}

function SignInFirst({ known }) {
  return html`<div class="notice">
    <p>${known === null ? "现在连不上服务，这台设备上也没有登录过的账号。连上网络后请刷新。" : "检查的各页要登录后使用。"}</p>
    <p><a class="primary" href=${signInAddress()}>去登录</a></p>
  </div>`;
}

/** Opening without a network needs the shell kept; browsers without service workers go without. */
function keepShell() {
  navigator.serviceWorker?.register("/service-worker.js", { scope: "/inspections" }).catch(() => {});
}
