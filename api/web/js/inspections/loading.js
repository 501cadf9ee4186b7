// Something that is fetched: words while it is on its way, words when it does not come.

import { html, useEffect, useState } from "../view.js";

/** [value, error, again]: `load` runs at first and whenever one of `on` changes or `again` is called. */
export function useLoaded(load, on = []) {
  const [found, setFound] = useState({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setFound({ value }),
      (error) => wanted && setFound((before) => ({ ...before, error })),
    );
    return () => {
      wanted = false;
    };
  }, [...on, turn]);
  return [found.value, found.error, () => setTurn((n) => n + 1)];
}

export function Waiting({ what, error, again }) {
  if (!error) return html`<p class="status" role="status">正在取${what}……</p>`;
  return html`<div class="failure" role="alert">
    <p>没有取到${what}：${error.message}</p>
    <p><button type="button" class="quiet" onClick=${again}>再取一次</button></p>
  </div>`;
}
