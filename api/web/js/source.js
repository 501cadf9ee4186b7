// The side panel: a source document with the cited words highlighted.

import { cut } from "./codepoints.js";
import { byId, element } from "./dom.js";
import { sourceText } from "./service.js";

const narrow = window.matchMedia("(max-width: 61.99rem)");

export class SourcePanel {
  #panel = byId("source");
  #page = byId("page");
  #citations = [];
  #at = 0;
  #opener = null;

  constructor() {
    byId("source-close").addEventListener("click", () => this.close());
    byId("source-previous").addEventListener("click", () => this.#show(this.#at - 1));
    byId("source-next").addEventListener("click", () => this.#show(this.#at + 1));
    narrow.addEventListener("change", () => this.#coverPage());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.#panel.hidden) this.close();
    });
  }

  /** Forget the last answer's citations. */
  load(citations) {
    this.close();
    this.#citations = citations;
  }

  /** Open at citation `n`; focus comes back to where it was on closing. */
  open(n) {
    if (this.#panel.hidden) this.#opener = document.activeElement;
    this.#panel.hidden = false;
    document.body.classList.add("with-source");
    this.#coverPage();
    this.#show(this.#citations.findIndex((citation) => citation.n === n));
    byId("source-title").focus();
  }

  close() {
    if (this.#panel.hidden) return;
    this.#panel.hidden = true;
    document.body.classList.remove("with-source");
    this.#coverPage();
    this.#pointAt(null);
    this.#opener?.focus();
  }

  /** On a narrow screen the panel covers the page, which must then be out of reach. */
  #coverPage() {
    const covered = !this.#panel.hidden && narrow.matches;
    this.#page.inert = covered;
    this.#panel.setAttribute("aria-modal", String(covered));
  }

  async #show(at) {
    const citation = this.#citations[at];
    if (!citation) return;
    this.#at = at;
    byId("source-count").textContent = `依据 ${citation.n} / ${this.#citations.length}`;
    byId("source-title").textContent = citation.title;
    byId("source-path").textContent = citation.path.join(" › ");
    byId("source-previous").toggleAttribute("disabled", at === 0);
    byId("source-next").toggleAttribute("disabled", at === this.#citations.length - 1);
    this.#pointAt(citation.n);
    byId("source-note").textContent = "正在取原文……";
    byId("source-text").replaceChildren();
    try {
      const text = await sourceText(citation.document);
      // Another citation may have been asked for while this text was on its way.
      if (this.#at === at) this.#highlight(text, citation);
    } catch (error) {
      if (this.#at === at) byId("source-note").textContent = error.message;
    }
  }

  #highlight(text, citation) {
    const [before, quote, after] = cut(text, citation.start, citation.end);
    const marked = element("mark", {}, quote);
    byId("source-text").replaceChildren(before, marked, after);
    byId("source-note").textContent =
      quote === citation.quote ? "" : "文件在答复之后有改动，标出的位置可能不准。请重新提问。";
    marked.scrollIntoView({ block: "center", behavior: "instant" });
  }

  #pointAt(n) {
    for (const button of document.querySelectorAll(".cite")) {
      button.toggleAttribute("aria-current", false);
      if (button.dataset.citation === String(n)) button.setAttribute("aria-current", "true");
    }
  }
}
