// Whose inspections these are: the account that is signed in, remembered so that a page without a network knows it too.

import { getJson, request } from "../service.js";

const KEY = "renshe-inspector"; // js/shell.js forgets it on signing out

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/**
 * {account, signedIn, csrf, ahead}: the account or null; whether the server knows it now (null where it did not answer);
 * by how many milliseconds the server's clock is ahead of ours.
 */
export async function whoIsHere() {
  const before = remembered();
  try {
    const response = await request("/v1/session", { signal: AbortSignal.timeout(15_000) });
    const { account, csrf } = await response.json();
    localStorage.setItem(KEY, JSON.stringify(account));
    const ahead = Date.parse(response.headers.get("Date") ?? "") - Date.now();
    return { account, signedIn: true, csrf, ahead: Number.isFinite(ahead) ? ahead : 0 };
  } catch (error) {
    return { account: before, signedIn: error.status === 401 ? false : null, csrf: null, ahead: 0 };
  }
}

/** All accounts that may inspect; none where that cannot be asked now. */
export async function inspectors() {
  return getJson("/v1/inspectors").then((found) => found.inspectors, () => []);
}
