// Sends what waits: in order for each inspection, each entry under its own key, again and again until it is answered.

import { ServiceError, request } from "../service.js";
import { whoIsHere } from "./account.js";
import { begunOnServer, changed, onChange, rowsOf, update } from "./queue.js";
import { upload } from "./upload.js";

const BATCH = 50;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 20_000;
const CLOCK_OFF_MS = 90_000;
const LATER = new Set([0, 401, 408, 425, 429]);

export class Sender {
  /** "idle" | "sending" | "offline" | "signed-out" | "other-account" */
  state = "idle";
  /** What is being uploaded, in words; empty otherwise. */
  progress = "";
  #account;
  #timer = 0;
  #wait = FIRST_WAIT_MS;
  #going = null;
  #ahead = 0;

  constructor(account) {
    this.#account = account;
    addEventListener("online", () => this.now());
    addEventListener("offline", () => this.#be("offline"));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.now());
    onChange(() => this.#soon());
  }

  /** Try at once, whatever the waiting was. Resolves when nothing more can be done now. */
  now() {
    this.#wait = FIRST_WAIT_MS;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#going ??= this.#locked().finally(() => {
      this.#going = null;
    });
    return this.#going;
  }

  #soon(wait = 0) {
    if (this.#timer || this.#going) return;
    this.#timer = setTimeout(async () => {
      this.#timer = 0;
      if ((await this.#waiting()).length > 0) {
        this.#going ??= this.#locked().finally(() => {
          this.#going = null;
        });
      }
    }, wait);
  }

  async #waiting() {
    return (await rowsOf(this.#account.id)).filter((row) => row.state === "waiting");
  }

  /** One tab sends at a time; the keys would keep a second from doing harm, but not from wasting the line. */
  async #locked() {
    if (!navigator.locks) return this.#drain();
    return navigator.locks.request(`renshe-queue-${this.#account.id}`, { ifAvailable: true }, (lock) =>
      lock ? this.#drain() : this.#later(),
    );
  }

  async #drain() {
    if ((await this.#waiting()).length === 0) return this.#be("idle");
    this.#be("sending");
    try {
      const here = await whoIsHere();
      if (here.signedIn === false) return this.#later("signed-out");
      if (here.signedIn === null) return this.#later("offline");
      if (here.account.id !== this.#account.id) return this.#be("other-account");
      this.#ahead = Math.abs(here.ahead) > CLOCK_OFF_MS ? here.ahead : 0;
      for (let rows = await this.#ready(); rows.length > 0; rows = await this.#ready()) await this.#send(rows, here.csrf);
      this.#wait = FIRST_WAIT_MS;
      this.#be("idle");
    } catch (error) {
      if (!(error instanceof ServiceError)) console.warn(error);
      this.#later(error.status === 401 ? "signed-out" : "offline");
    }
  }

  #later(state = this.state) {
    this.#be(state);
    setTimeout(() => this.#soon(this.#wait), 0);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  #be(state) {
    this.progress = "";
    if (this.state === state) return;
    this.state = state;
    changed();
  }

  /** Before anything is sent its time is settled, by the server's clock where ours is wrong: sent again, it is the same. */
  async #date() {
    const undated = (await this.#waiting()).filter((row) => !row.noted).map((row) => row.order);
    if (undated.length === 0) return;
    await update(undated, (row) => ({ ...row, noted: new Date(row.at.getTime() + this.#ahead).toISOString() }));
  }

  /** The next rows that can go in one request: a beginning, a file, or entries in a row of one inspection. */
  async #ready() {
    await this.#date();
    const all = await rowsOf(this.#account.id);
    const stuck = new Set(all.filter((row) => row.kind === "begin" && row.state === "refused").map((row) => row.inspection));
    const waiting = all.filter((row) => row.state === "waiting" && !stuck.has(row.inspection));
    const first = waiting[0];
    if (!first) return [];
    const resolved = [];
    for (const row of waiting.filter((one) => one.inspection === first.inspection)) {
      if (row.kind !== first.kind || (row.kind !== "event" && resolved.length > 0) || resolved.length >= BATCH) break;
      const ready = resolve(row, all);
      if (!ready) break;
      resolved.push(ready);
    }
    return resolved;
  }

  async #send(rows, csrf) {
    const [{ kind }] = rows;
    if (kind === "event") return this.#entries(rows, csrf);
    const [row] = rows;
    try {
      if (kind === "begin") await this.#begin(row, csrf);
      else await this.#evidence(row, csrf);
    } catch (error) {
      if (!refuses(error)) throw error;
      await this.#refused(row, error.status, error.message);
    }
  }

  async #begin(row, csrf) {
    const reply = await post("/v1/inspections", { ...row.event, noted_at: row.noted }, csrf, row.key);
    await begunOnServer(row, reply.inspection, reply.recorded.seq);
  }

  async #evidence(row, csrf) {
    const form = new FormData();
    form.append("file", row.file, row.name);
    form.append("noted_at", row.noted);
    if (row.item) form.append("item", row.item);
    const reply = await upload(`/v1/inspections/${row.inspection}/evidence`, form, { csrf, key: row.key }, (share) => {
      this.progress = `正在上传“${row.name}”：${Math.round(share * 100)}%`;
      changed();
    });
    await update([row.order], ({ file: _sent, ...one }) => ({ ...one, state: "sent", seq: reply.recorded.seq }));
  }

  async #entries(rows, csrf) {
    const events = rows.map((row) => ({ key: row.key, event: { ...row.event, noted_at: row.noted } }));
    const path = `/v1/inspections/${rows[0].inspection}/events/batch`;
    let results;
    try {
      ({ results } = await post(path, { events }, csrf));
    } catch (error) {
      if (!refuses(error)) throw error;
      // Refused as a whole: alone, each is told its own reason.
      if (rows.length === 1) return this.#refused(rows[0], error.status, error.message);
      for (const row of rows) await this.#entries([row], csrf);
      return;
    }
    const of = new Map(results.map((result) => [result.key, result]));
    await update(rows.map((row) => row.order), (row) => {
      const result = of.get(row.key);
      if (!result) return row;
      return result.recorded
        ? { ...row, state: "sent", seq: result.recorded.seq }
        : { ...row, state: "refused", status: result.status, detail: result.detail };
    });
  }

  async #refused(row, status, detail) {
    await update([row.order], (one) => ({ ...one, state: "refused", status, detail }));
  }
}

/** Whether the server will not have an entry, rather than not now: no answer, no session, another session's token. */
function refuses({ status, message }) {
  return status >= 400 && status < 500 && !LATER.has(status) && !message.includes("X-CSRF-Token");
}

/** A correction of an entry that had no number yet takes it from there; one of an entry that was refused stands alone. */
function resolve(row, all) {
  if (!row.ofKey || row.event.of) return row;
  const original = all.find((one) => one.key === row.ofKey);
  if (original?.state === "sent") return { ...row, event: { ...row.event, of: original.seq } };
  if (original?.state === "waiting") return null;
  return row.event.by ? { ...row, event: row.event.by } : { ...row, event: { type: "noted", text: "撤回了没有保存成的一条录入" } };
}

async function post(path, body, csrf, key) {
  const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrf ?? "", ...(key ? { "Idempotency-Key": key } : {}) };
  return (await request(path, { method: "POST", headers, body: JSON.stringify(body) })).json();
}
