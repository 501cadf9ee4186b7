// The side panel on any page: which citations it leafs through, where the focus goes when it closes.

import { byId } from "./dom.js";
import { Panel } from "./source/panel.js";
import { html, render } from "./view.js";

export class SourcePanel {
  #place = byId("beside");
  #citations = [];
  #opener = null;
  #onShow;

  /** @param {(n: number | null) => void} onShow told the number of the citation shown, and null when none is any more */
  constructor(onShow = () => {}) {
    this.#onShow = onShow;
  }

  /** The citations to leaf through; closes the panel. */
  load(citations) {
    this.close();
    this.#citations = citations;
  }

  /** Open at citation `n`; focus comes back to where it was on closing. */
  open(n) {
    this.#opener ??= document.activeElement;
    const shared = { citations: this.#citations, show: (other) => this.open(other), close: () => this.close() };
    render(html`<${Panel} n=${n} ...${shared} />`, this.#place);
    this.#onShow(n);
  }

  close() {
    if (this.#opener === null) return;
    render(null, this.#place);
    this.#opener.focus();
    this.#opener = null;
    this.#onShow(null);
  }
}
