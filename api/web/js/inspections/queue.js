// The queue of entries on this device. An entry is here before anything is sent, and leaves only once the server has it.

import { database } from "./database.js";

const SENT_KEPT_MS = 7 * 24 * 3600 * 1000;
const bell = "BroadcastChannel" in globalThis ? new BroadcastChannel("renshe-queue") : null;
const listeners = new Set();

bell?.addEventListener("message", () => listeners.forEach((told) => told()));

/** Told after every change, also of another tab. Returns what ends it. */
export function onChange(told) {
  listeners.add(told);
  return () => listeners.delete(told);
}

export function changed() {
  bell?.postMessage("");
  listeners.forEach((told) => told());
}

export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Puts entries behind all others, all or none. Resolves once they are on the device's disk. */
export async function add(account, ...entries) {
  const db = await database();
  const tx = db.transaction("queue", "readwrite", { durability: "strict" });
  const rows = entries.map((entry) => ({ key: newKey(), ...entry, account, at: new Date(), state: "waiting" }));
  rows.forEach((row) => tx.store.add(row));
  await tx.done;
  navigator.storage?.persist?.(); // asked for: the browser should not clear this to make room
  changed();
  return rows;
}

/** All rows of an account in order; those the server has are kept for a while, so that nothing flickers. */
export async function rowsOf(account) {
  const rows = await (await database()).getAllFromIndex("queue", "account", account);
  return rows.sort((a, b) => a.order - b.order);
}

/** Changes rows within one transaction: `change(row)` gives the row anew, or null to take it out. */
export async function update(orders, change) {
  const tx = (await database()).transaction("queue", "readwrite", { durability: "strict" });
  for (const order of orders) {
    const row = await tx.store.get(order);
    if (!row) continue;
    const next = change(row);
    await (next ? tx.store.put(next) : tx.store.delete(order));
  }
  await tx.done;
  changed();
}

/** A refused entry again, as it is or changed; a new key, for it is another submission. */
export async function tryAgain(order, event) {
  await update([order], (row) => ({
    ...row,
    event: event ?? row.event,
    key: newKey(),
    noted: undefined,
    state: "waiting",
    status: undefined,
    detail: undefined,
  }));
}

/** Somebody decided that a refused entry is not needed: the one way in which an unsent entry goes. */
export async function setAside(order) {
  await update([order], (row) => (row.state === "refused" ? null : row));
}

/** The server has a new inspection, under its own number: everything that waited for it follows, in one transaction. */
export async function begunOnServer(begin, to, seq) {
  const from = begin.inspection;
  const rows = (await rowsOf(begin.account)).filter((row) => row.inspection === from);
  await update(rows.map((row) => row.order), (row) =>
    row.order === begin.order ? { ...row, inspection: to, began: from, state: "sent", seq } : { ...row, inspection: to },
  );
}

/** The number of an inspection that was begun here under `name`; undefined while the server has not given it one. */
export function serverId(rows, name) {
  return rows.find((row) => row.began === name)?.inspection;
}

export async function forgetOld(account) {
  const old = (await rowsOf(account)).filter((row) => row.state === "sent" && Date.now() - row.at > SENT_KEPT_MS);
  if (old.length > 0) await update(old.map((row) => row.order), () => null);
}

/** {waiting, refused}: how many entries the server does not have. */
export function counts(rows) {
  const of = (state) => rows.filter((row) => row.state === state).length;
  return { waiting: of("waiting"), refused: of("refused") };
}
