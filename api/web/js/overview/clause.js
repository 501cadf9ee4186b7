// Opening a place of a document: its citation is fetched, then shown in the panel with the words highlighted.

import { getJson } from "../service.js";
import { SourcePanel } from "../source.js";

const panel = new SourcePanel();
const hashes = new Map();

/** Remember which version of each document the places on this page were counted in. */
export function knowDocuments(documents) {
  for (const { id, sha256 } of documents) hashes.set(id, sha256);
}

/** @param {{document: string, start: number, end: number}} place */
export async function openPlace({ document: id, start, end }) {
  const query = new URLSearchParams({ start, end, ...(hashes.has(id) ? { sha256: hashes.get(id) } : {}) });
  panel.load([await getJson(`/v1/corpus/${encodeURIComponent(id)}/citation?${query}`)]);
  panel.open(1);
}
