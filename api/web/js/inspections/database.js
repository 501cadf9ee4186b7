// What an inspector's browser keeps on the device: entries that wait, copies of what the server said, unfinished notes.

import { openDB } from "../../vendor/idb.js";

const NAME = "renshe-inspections";
let opened = null;

/**
 * queue:  rows in the order they were entered, {order, account, inspection, key, kind, event, file?, name?, item?, at,
 *         state: "waiting" | "sent" | "refused", status?, detail?, seq?}
 * kept:   {account, path, json, at}: the last good answer to a GET
 * drafts: {account, of, value}: what is typed and not entered yet
 */
export function database() {
  opened ??= openDB(NAME, 1, {
    upgrade(db) {
      const queue = db.createObjectStore("queue", { keyPath: "order", autoIncrement: true });
      queue.createIndex("account", "account");
      queue.createIndex("inspection", "inspection");
      queue.createIndex("key", "key");
      db.createObjectStore("kept", { keyPath: ["account", "path"] });
      db.createObjectStore("drafts", { keyPath: ["account", "of"] });
    },
    blocking: (_current, _blocked, event) => event.target.close(),
    terminated: () => {
      opened = null;
    },
  });
  return opened;
}

export async function draftOf(account, of) {
  return (await (await database()).get("drafts", [account, of]))?.value;
}

export async function keepDraft(account, of, value) {
  await (await database()).put("drafts", { account, of, value });
}

export async function forgetDraft(account, of) {
  await (await database()).delete("drafts", [account, of]);
}
