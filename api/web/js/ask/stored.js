// The conversation of this tab, so that looking at another page and coming back loses nothing. Closing the tab ends it.
// Each account has its own, and nobody signed in another: whoever signs in or out begins anew. js/shell.js removes them at signing out.

import { PREFIX } from "../conversation_keys.js";

const KEY = `${PREFIX}${document.querySelector('meta[name="account"]')?.content ?? ""}`;

/** `{session, turns}`; a new conversation where nothing usable is kept. */
export function storedConversation() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    if (kept && typeof kept.session === "string" && Array.isArray(kept.turns)) return kept;
  } catch {
    // No storage, or not what was written.
  }
  return newConversation();
}

export function newConversation() {
  return { session: newId(), turns: [] };
}

/** Keeps the turns that are answered. */
export function store({ session, turns }) {
  try {
    const answered = turns.filter((turn) => turn.answer);
    if (answered.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ session, turns: answered }));
  } catch {
    // Full, or forbidden: the page works all the same.
  }
}

export function forgetConversation() {
  store(newConversation());
}

/** crypto.randomUUID exists on https and localhost only; a bureau may serve plain http on its own network. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
