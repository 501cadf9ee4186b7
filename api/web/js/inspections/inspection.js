// One inspection as this device knows it: the server's copy, the checklist, and what is still in the queue, as one state.

import { html, useEffect, useState } from "../view.js";
import { copyOf, read } from "./kept.js";
import { begun, overlaid } from "./overlay.js";
import { serverId } from "./queue.js";

/** The id in the address; one given here while there was no network becomes the server's as soon as there is one. */
export function useInspectionId(rows) {
  const asked = new URLSearchParams(location.search).get("id") ?? "";
  const id = asked.startsWith("new-") ? (serverId(rows, asked) ?? asked) : asked;
  useEffect(() => {
    if (id === asked) return;
    const address = new URL(location.href);
    address.searchParams.set("id", id);
    history.replaceState(null, "", address);
  }, [id]);
  return id;
}

/**
 * {state, checklist, old, error, again}: state is null until something is known.
 * Read again whenever the server has taken more than the copy shows.
 */
export function useInspection(account, rows) {
  const id = useInspectionId(rows);
  const own = rows.filter((row) => row.inspection === id);
  const taken = own.reduce((most, row) => Math.max(most, row.state === "sent" ? row.seq : 0), 0);
  const [found, setFound] = useState({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    load(account.id, id, own).then(
      (value) => wanted && setFound({ id, ...value }),
      (error) => wanted && setFound((before) => ({ ...before, error })),
    );
    return () => {
      wanted = false;
    };
  }, [id, taken, turn]);
  const state = found.base ? overlaid({ ...found.base, id }, own) : null;
  return { ...found, id, own, state, again: () => setTurn((n) => n + 1) };
}

async function load(account, id, own) {
  const begin = own.find((row) => row.kind === "begin");
  if (id.startsWith("new-")) {
    if (!begin) throw new Error("这台设备上没有这次检查；请从检查列表里打开。");
    const checklist = await checklistOf(account, begin.event.regime);
    if (!checklist) throw new Error("这台设备上没有这份清单，连上网络后再打开。");
    return { base: begun(begin, checklist), checklist, old: false };
  }
  const { json, at, old } = await read(account, `/v1/inspections/${id}`);
  const checklist = json.regime.checklist ? await checklistOf(account, json.regime.checklist) : null;
  return { base: json, checklist, old: old ? at : false };
}

/** A checklist does not change under a walk: the copy first, for it is there at once. */
async function checklistOf(account, id) {
  const path = `/v1/checklists/${id}`;
  const fresh = read(account, path).then(({ json }) => json, () => null);
  return (await copyOf(account, path))?.json ?? fresh;
}

export function personOf(state, account, id) {
  if (id === account.id) return account.display;
  return state.people[id] ?? "另一名检查人员";
}

export function PlaceButton({ panel, place, title }) {
  if (!place) return null;
  const open = () => {
    panel.load([{ n: 1, title: title ?? place.document, ...place }]);
    panel.open(1);
  };
  return html`<button type="button" class="quiet small" onClick=${open}>看原文</button>`;
}
