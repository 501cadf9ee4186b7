// The Ask page: the conversation, the field to write in, the source beside it.

import { html, render, useCallback, useEffect, useRef, useState } from "../view.js";
import { isSignedIn } from "../service.js";
import { SourcePanel } from "../source.js";
import { Composer, LONGEST } from "./composer.js";
import { useConversation } from "./conversation.js";
import { takeLinkedQuestion } from "./link.js";
import { Turn } from "./turn.js";

const container = document.getElementById("conversation");
/** A slow phone shows the field before this script runs: what was typed and asked by then must stay. */
const early = container.querySelector("textarea");
const typed = { words: early.value, focused: document.activeElement === early, asked: window.rensheEarly() };
const starting = [...container.querySelectorAll("#starting .choice")].map((button) => button.textContent);

function App() {
  const { turns, busy, ask, cancel, restart } = useConversation();
  const [words, setWords] = useState(typed.words);
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const [shown, setShown] = useState(null); // {key, n}: the citation in the panel
  const field = useRef(null);
  const panel = useRef(null);
  panel.current ??= new SourcePanel((n) => setShown((was) => (n === null ? null : { ...was, n })));

  const send = useCallback(
    async (question, how = {}) => {
      const trimmed = question.trim();
      if (busy || !trimmed) return;
      if (trimmed.length > LONGEST) {
        setWords(trimmed.slice(0, LONGEST));
        setProblem(`问题太长，最多 ${LONGEST} 个字。请缩短后再问。`);
        return;
      }
      const key = String(Date.now());
      panel.current.close();
      setWords("");
      setProblem("");
      setSaid("正在查阅文件，请稍候。");
      const answered = await ask(trimmed, { key, ...how });
      setSaid(answered ? "已经答复。" : "");
      if (answered) toTurn(key);
      else setWords((now) => now || trimmed);
    },
    [ask, busy],
  );
  useEffect(() => void (typed.asked && send(typed.asked)), []);
  const choose = useCallback((option) => send(option), [send]);

  function open(turn, n) {
    if (shown?.key !== turn.key) panel.current.load(turn.answer.citations);
    setShown({ key: turn.key, n });
    panel.current.open(n);
  }

  function restarted() {
    panel.current.close();
    restart();
    setWords("");
    setProblem("");
    setSaid("已经重新开始，前面的话不再影响后面的答复。");
    field.current?.focus();
  }

  useLinkedQuestion((question) => {
    if (!isSignedIn()) {
      send(question, { afresh: true });
      return;
    }
    // The words of somebody signed in may carry an inspection on: whoever sent the link must not be the one who speaks.
    setWords(question.slice(0, LONGEST));
    setProblem("这是链接里带来的问题。请看清楚，再点“提问”。");
  });

  const following = turns.length > 0;
  const last = turns.at(-1);
  return html`
    ${following
      ? html`<div class="conversation-head"><h1>问答</h1><span class="conversation-tools"><a href="/conversations">保存或删除</a> <button type="button" class="quiet small" onClick=${restarted}>重新开始</button></span></div>`
      : html`<h1>您想办什么事，或者想问什么规定？</h1>`}
    <${Offline} />
    ${turns.map(
      (turn) => html`<${Turn} key=${turn.key} ...${{ turn, choose, cancel, again: send, last: turn === last && !busy }}
        open=${(n) => open(turn, n)} current=${shown?.key === turn.key ? shown.n : null} />`,
    )}
    <p class="visually-hidden" role="status">${said}</p>
    <${Composer} ...${{ words, setWords, send, busy, field, problem, setProblem, following }} />
    ${!following && starting.length > 0 && html`<${Starting} choose=${choose} />`}
  `;
}

function Starting({ choose }) {
  return html`<nav id="starting" aria-labelledby="starting-title">
    <h2 id="starting-title" class="small-title">可以这样问</h2>
    <ul class="plain-list">${starting.map((question) => html`<li><button type="button" class="choice" onClick=${() => choose(question)}>${question}</button></li>`)}</ul>
  </nav>`;
}

function Offline() {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const note = () => setOnline(navigator.onLine);
    addEventListener("online", note);
    addEventListener("offline", note);
    return () => {
      removeEventListener("online", note);
      removeEventListener("offline", note);
    };
  }, []);
  return html`<div role="status">${!online && html`<p class="notice notice-warning">现在没有网络，问不了新问题；已经得到的答复还在下面。连上网络后就能接着问。</p>`}</div>`;
}

/** The question of the link the page was opened by. */
function useLinkedQuestion(take) {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const note = () => {
      const question = takeLinkedQuestion();
      if (question) latest.current(question);
    };
    note();
    addEventListener("hashchange", note);
    return () => removeEventListener("hashchange", note);
  }, []);
}

function toTurn(key) {
  requestAnimationFrame(() => {
    const heading = document.getElementById(`asked-${key}`);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  });
}

container.replaceChildren();
render(html`<${App} />`, container);
if (typed.focused) container.querySelector("textarea").focus(); // at once: the next key is on its way
