// Reading with a copy for where there is no network.

import { getJson } from "../service.js";
import { database } from "./database.js";

/**
 * The answer to a GET, and when it was given: now, or earlier where the server cannot be reached.
 * @returns {Promise<{json: object, at: Date, old: boolean}>}
 * @throws ServiceError where the server refuses, or cannot be reached and there is no copy
 */
export async function read(account, path) {
  try {
    const json = await getJson(path, { signal: AbortSignal.timeout(navigator.onLine ? 20_000 : 3_000) });
    await (await database()).put("kept", { account, path, json, at: new Date() });
    return { json, at: new Date(), old: false };
  } catch (error) {
    const unreachable = !error.status || error.status >= 500;
    const copy = unreachable ? await copyOf(account, path) : undefined;
    if (!copy) throw error;
    return { json: copy.json, at: copy.at, old: true };
  }
}

export async function copyOf(account, path) {
  return (await database()).get("kept", [account, path]);
}
