// Walking an inspection item by item.

import { sourceDocument } from "../service.js";
import { html, useEffect, useRef, useState } from "../view.js";
import { Closing } from "./closing.js";
import { start } from "./frame.js";
import { General } from "./general.js";
import { Head } from "./head.js";
import { useInspection } from "./inspection.js";
import { Item } from "./item.js";
import { Overview } from "./overview.js";
import { Waiting } from "./loading.js";
import { dayInWords, whenInWords } from "./words.js";

const TAGS = { 进行中: "tag", 已暂停: "tag tag-warning", 已结束: "tag tag-good" };

function Walk(shared) {
  const { account, rows, sender } = shared;
  const { state, checklist, old, error, again, own, id } = useInspection(account, rows);
  const [at, setAt] = useState(null);
  const first = useRef(null);
  const heading = useRef(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const back = () => sender.state !== "offline" && again();
    const timer = setInterval(() => document.visibilityState === "visible" && back(), 30_000); // what others enter
    return () => clearInterval(timer);
  }, [id]);
  useEffect(() => {
    if (checklist && navigator.onLine) sourceDocument(checklist.document).catch(() => {}); // the worker keeps it
  }, [checklist?.document]);
  if (!state) return html`<h1>检查</h1><${Waiting} what="这次检查" error=${error} again=${again} />`;
  first.current ??= firstShown(state); // an entry does not make the page jump
  const n = at ?? first.current;
  const item = state.items[n];

  function go(to, words = "") {
    const next = Math.max(0, Math.min(state.items.length - 1, to));
    setAt(next);
    setSaid(words);
    const address = new URL(location.href);
    address.searchParams.set("item", state.items[next].id);
    history.replaceState(null, "", address);
    requestAnimationFrame(() => {
      heading.current?.focus({ preventScroll: true });
      heading.current?.closest(".walk")?.scrollIntoView({ block: "start" });
    });
  }

  /** After an entry: to the next item nobody looked at, behind this one first. */
  function onward(words) {
    const open = (one, k) => k !== n && one.finding === "未查";
    const ahead = state.items.findIndex((one, k) => k > n && open(one, k));
    const next = ahead >= 0 ? ahead : state.items.findIndex(open);
    if (next >= 0) go(next, `${words}已转到第 ${next + 1} 项。`);
    else setSaid(`${words}各项都查过了，可以结束检查。`);
  }

  const editable = account.role === "inspector" && state.status === "进行中";
  const parts = { ...shared, state, checklist, own, id, editable, onward, go, n, setSaid };
  return html`
    <div class="head-line">
      <h1>${state.unit.name}</h1>
      <a class="quiet" href="/inspections/papers?id=${id}">文书和归档</a>
    </div>
    <p class="muted meta">
      <span>${state.regime.title}</span> <span>${dayInWords(state.day)}</span> <span>${state.kind}</span>${" "}
      <span>${state.inspectors.map((p) => p.name).join("、")}</span> <span class=${TAGS[state.status]}>${state.status}</span>
    </p>
    ${old && html`<p class="notice notice-warning">现在连不上服务：看到的是 ${whenInWords(old)} 存在本机的，加上这台设备之后的录入。</p>`}
    ${state.status !== "进行中" && html`<${Closing} ...${parts} />`}
    <div class="walk">
      <p class="progress-words"><strong>${progress(state)}</strong></p>
      <progress class="progress" max=${state.items.length} value=${state.items.length - state.unchecked} aria-label="已查的项数"></progress>
      <p class="said" role="status">${said}</p>
      <${Item} key=${item.id} ...${parts} item=${item} heading=${heading} />
      <nav class="steps-nav" aria-label="换一项">
        <button type="button" class="quiet" disabled=${n === 0} onClick=${() => go(n - 1)}>上一项</button>
        <button type="button" class="quiet" disabled=${n === state.items.length - 1} onClick=${() => go(n + 1)}>下一项</button>
        <button type="button" class="quiet" disabled=${state.unchecked === 0} onClick=${() => onward("")}>下一个没查的</button>
      </nav>
    </div>
    ${state.status === "进行中" && html`<${Closing} ...${parts} />`}
    ${state.regime.changed && html`<p class="notice notice-warning">开始检查以后，文件或程序更新过；这次检查仍按开始时的清单。</p>`}
    <${Overview} ...${parts} />
    ${editable && html`<${Head} ...${parts} />`}
    <${General} ...${parts} />
  `;
}

/** The item of the address, else where the inspector was, else the first that nobody looked at. */
function firstShown(state) {
  const asked = new URLSearchParams(location.search).get("item");
  const named = state.items.findIndex((item) => item.id === asked);
  if (named >= 0) return named;
  const open = state.items.findIndex((item) => item.finding === "未查");
  return open >= 0 ? open : 0;
}

function progress({ items, unchecked }) {
  return unchecked === 0 ? `${items.length} 项都查过了` : `共 ${items.length} 项，还剩 ${unchecked} 项没查`;
}

start(Walk);
