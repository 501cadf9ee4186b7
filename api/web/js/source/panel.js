// The side panel: the document of a citation with the cited words marked. Beside the page, over it on a narrow screen.

import { cut } from "../codepoints.js";
import { sourceDocument } from "../service.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../view.js";
import { DocumentView } from "./document.js";

const narrow = window.matchMedia("(max-width: 61.99rem)");

/** `citations` of one answer, `n` the one shown; `show(n)` changes it, `close()` ends it. */
export function Panel({ citations, n, show, close }) {
  const at = citations.findIndex((citation) => citation.n === n);
  const citation = citations[at];
  const title = useRef(null);
  const [source, problem] = useSource(citation.document);
  const covering = useCovering();
  const text = useMarkInView(source, citation);
  useEffect(() => title.current.focus(), []);
  useEscape(close);

  const changed = source && cut(source.characters, citation.start, citation.end) !== citation.quote;
  return html`<aside id="source" class="source" role="dialog" aria-modal=${String(covering)} aria-labelledby="source-title">
    <header class="source-head">
      <div class="source-bar">
        <p class="source-count" role="status">依据 ${n}<span class="muted"> / 共 ${citations.length} 条</span></p>
        <button type="button" class="quiet small" disabled=${at === 0} onClick=${() => show(citations[at - 1].n)}>上一条</button>
        <button type="button" class="quiet small" disabled=${at === citations.length - 1} onClick=${() => show(citations[at + 1].n)}>下一条</button>
        <button type="button" class="quiet small" onClick=${close}>关闭</button>
      </div>
      <h2 id="source-title" tabindex="-1" ref=${title}>${citation.title}</h2>
      ${citation.path.length > 0 && html`<p class="source-path">${citation.path.join(" › ")}</p>`}
    </header>
    <p class="source-note" role="status">${problem || (source ? "" : "正在取原文……")}${changed ? "文件在答复之后有改动，标出的位置可能不准。请重新提问。" : ""}</p>
    <div class="source-text" tabindex="0" role="region" aria-label="文件原文，引用的地方已标出" ref=${text}>
      ${source && html`<${DocumentView} source=${source} marked=${citation} />`}
    </div>
  </aside>`;
}

/** The document once it is here, and what went wrong where it is not. */
function useSource(id) {
  const [state, setState] = useState({ id, source: null, problem: "" });
  useEffect(() => {
    let wanted = true;
    sourceDocument(id).then(
      (source) => wanted && setState({ id, source, problem: "" }),
      (error) => wanted && setState({ id, source: null, problem: error.message }),
    );
    return () => (wanted = false);
  }, [id]);
  return state.id === id ? [state.source, state.problem] : [null, ""];
}

/** On a narrow screen the panel covers the page, which must then be out of reach. */
function useCovering() {
  const [covering, setCovering] = useState(narrow.matches);
  useEffect(() => {
    const note = () => setCovering(narrow.matches);
    narrow.addEventListener("change", note);
    return () => narrow.removeEventListener("change", note);
  }, []);
  useLayoutEffect(() => {
    const page = document.getElementById("page");
    document.body.classList.add("with-source");
    page.inert = covering;
    return () => {
      page.inert = false;
      document.body.classList.remove("with-source");
    };
  }, [covering]);
  return covering;
}

function useMarkInView(source, citation) {
  const text = useRef(null);
  useLayoutEffect(() => {
    text.current.querySelector("mark")?.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  }, [source, citation]);
  return text;
}

function useEscape(close) {
  useEffect(() => {
    const note = (event) => event.key === "Escape" && close();
    document.addEventListener("keydown", note);
    return () => document.removeEventListener("keydown", note);
  }, [close]);
}
