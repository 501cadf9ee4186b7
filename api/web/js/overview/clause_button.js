// The button beside everything that rests on words of a document.

import { html, useState } from "../view.js";
import { openPlace } from "./clause.js";

/** A button that opens a place of a document; says what went wrong where it cannot. */
export function ClauseButton({ place, label, words = "看原文" }) {
  const [failure, setFailure] = useState("");
  const open = () => openPlace(place).then(() => setFailure(""), (error) => setFailure(error.message));
  return html`<button type="button" class="quiet small" aria-label=${label ? `${words}：${label}` : null} onClick=${open}>${words}</button>
    ${failure && html`<span class="error" role="alert">${failure}</span>`}`;
}
