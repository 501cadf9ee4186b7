// Talking to the service. Every failure becomes an Error whose message is a Chinese sentence for the reader.

const PATIENCE_MS = 60_000;

async function request(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    if (error.name === "TimeoutError") throw new Error("等了很久没有回音。请稍后再试。");
    throw new Error("连不上服务。请检查网络，稍后再试。");
  }
  if (!response.ok) throw new Error(await problemDetail(response));
  return response;
}

async function problemDetail(response) {
  try {
    return (await response.json()).detail ?? "这次没有办成。请稍后再试。";
  } catch {
    return "这次没有办成。请稍后再试。";
  }
}

/** The Answer to a question within a session. */
export async function ask(question, session) {
  const body = JSON.stringify({ question, session });
  const headers = { "Content-Type": "application/json" };
  return (await request("/v1/ask", { method: "POST", headers, body })).json();
}

/** The corpus in outline. */
export async function outline() {
  return (await request("/v1/corpus")).json();
}

export function textAddress(documentId) {
  return `/v1/corpus/${encodeURIComponent(documentId)}/text`;
}

const texts = new Map();

/** The source text of a document, fetched once. */
export async function sourceText(documentId) {
  if (!texts.has(documentId)) {
    const bytes = await (await request(textAddress(documentId))).arrayBuffer();
    // Response.text() would swallow a leading byte order mark and shift every offset by one.
    texts.set(documentId, new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  }
  return texts.get(documentId);
}
