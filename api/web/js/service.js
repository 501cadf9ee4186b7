// Talking to the service. Every failure becomes a ServiceError whose message is a Chinese sentence for the reader.

import { characters } from "./codepoints.js";

const PATIENCE_MS = 60_000;

export class ServiceError extends Error {
  /**
   * @param {string} message what happened and what to do, in Chinese
   * @param {number} status of HTTP; 0 where no answer came
   * @param {object} problem the members of the problem details
   */
  constructor(message, status = 0, problem = {}) {
    super(message);
    this.status = status;
    this.problem = problem;
  }
}

/**
 * The response to a request, once it is known to be good.
 * `options` are those of fetch; its `signal` ends it early, with an AbortError.
 */
export async function request(path, options = {}) {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, patience]) : patience;
  const changes = !["GET", "HEAD"].includes(options.method ?? "GET");
  const headers = { ...(changes && csrf() ? { "X-CSRF-Token": csrf() } : {}), ...options.headers };
  let response;
  try {
    response = await fetch(path, { ...options, headers, signal });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    if (error.name === "TimeoutError") throw new ServiceError("等了很久没有回音。请稍后再试。");
    throw new ServiceError(navigator.onLine ? "连不上服务。请检查网络，稍后再试。" : "现在没有网络。请连上网络后再试。");
  }
  if (!response.ok) throw await serviceError(response);
  return response;
}

async function serviceError(response) {
  const problem = await response.json().catch(() => ({}));
  return new ServiceError(problem.detail ?? "这次没有办成。请稍后再试。", response.status, problem);
}

/** The token that shows a change comes from a page of ours; empty where nobody is signed in. */
function csrf() {
  return document.querySelector('meta[name="csrf"]')?.content ?? "";
}

export function isSignedIn() {
  return csrf() !== "";
}

/** Of several bureaus the one looked at; empty where there is one, or all are looked at. */
export function chosenBureau() {
  return document.querySelector('meta[name="bureau"]')?.content ?? "";
}

/** An address of a list, limited to that bureau. */
export function ofBureau(path) {
  const bureau = chosenBureau();
  return bureau ? `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ bureau })}` : path;
}

export async function getJson(path, options = {}) {
  return (await request(path, options)).json();
}

/** What comes back as JSON; undefined where nothing does (204). */
export async function sendJson(method, path, body, options = {}) {
  const headers = { "Content-Type": "application/json", ...options.headers };
  const response = await request(path, { ...options, method, headers, body: JSON.stringify(body) });
  return response.status === 204 ? undefined : response.json();
}

export async function remove(path, options = {}) {
  await request(path, { ...options, method: "DELETE" });
}

const documents = new Map();

/** A document: its text as an array of characters (offsets count them), and its blocks in order. Fetched once. */
export function sourceDocument(documentId) {
  if (!documents.has(documentId)) {
    const fetched = fetchDocument(documentId);
    documents.set(documentId, fetched);
    fetched.catch(() => documents.delete(documentId));
  }
  return documents.get(documentId);
}

async function fetchDocument(documentId) {
  const address = `/v1/corpus/${encodeURIComponent(documentId)}`;
  const [text, blocks] = await Promise.all([request(`${address}/text`), getJson(`${address}/blocks`)]);
  // Response.text() would swallow a leading byte order mark and shift every offset by one.
  const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await text.arrayBuffer());
  return { characters: characters(decoded), blocks: blocks.blocks };
}
