// Small views that the pages on duties, penalties and documents share.

import { html, useEffect, useState } from "../view.js";
import { getJson } from "../service.js";

/**
 * What an address gives back, asked for again when it changes.
 * @returns {{data: any, failure: string, busy: boolean}} the last good data stays while newer is on its way
 */
export function useLoaded(path) {
  const [state, setState] = useState({ data: null, failure: "", busy: true });
  useEffect(() => {
    const leaving = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    getJson(path, { signal: leaving.signal }).then(
      (data) => setState({ data, failure: "", busy: false }),
      (error) => {
        if (!leaving.signal.aborted) setState({ data: null, failure: error.message, busy: false });
      },
    );
    return () => leaving.abort();
  }, [path]);
  return state;
}

/**
 * A list that comes in pages.
 * @param address the address without `after`
 * @param field the member that holds the rows
 */
export function usePages(address, field) {
  const [rows, setRows] = useState({ address: "", list: [] });
  const [after, setAfter] = useState(0);
  const at = rows.address === address ? after : 0;
  const { data, failure, busy } = useLoaded(`${address}${address.includes("?") ? "&" : "?"}after=${at}`);
  useEffect(() => {
    if (!data) return;
    setRows((before) => {
      const list = at === 0 ? data[field] : [...before.list.slice(0, at), ...data[field]];
      return { address, list };
    });
    setAfter(at);
  }, [data]);
  return { rows: failure ? [] : rows.list, data, failure, busy, more: data?.next ? () => setAfter(data.next) : null };
}

export function Failure({ words }) {
  return words ? html`<div class="failure" role="alert"><p>${words}</p></div>` : null;
}

export function More({ more, left, busy }) {
  if (!more) return null;
  return html`<p><button type="button" class="quiet" disabled=${busy} onClick=${more}>再看一些（还有 ${left} 条）</button></p>`;
}
