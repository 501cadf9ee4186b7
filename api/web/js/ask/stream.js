// One question over /v1/ask/stream: server-sent events read from a fetch, since EventSource cannot POST.

import { request, ServiceError } from "../service.js";

const BROKEN = "答复没有传完，连接断了。请再试一次。";

/**
 * The Answer to a question.
 * @param {{question: string, session: string}} asked
 * @param {{signal: AbortSignal, onStage: (words: string) => void, onText: (sentence: string) => void}} how
 */
export async function askInParts(asked, { signal, onStage, onText }) {
  const response = await request("/v1/ask/stream", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(asked),
    signal,
  });
  let answer = null;
  for await (const [event, data] of events(response.body)) {
    if (event === "stage") onStage(data.text);
    else if (event === "text") onText(data.text);
    else if (event === "error") throw new ServiceError(data.detail, data.status, data);
    else if (event === "done") answer = data;
  }
  if (answer === null) throw new ServiceError(BROKEN);
  return answer;
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  for (;;) {
    let read;
    try {
      read = await reader.read();
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new ServiceError(BROKEN);
    }
    if (read.done) return;
    const parts = (waiting + read.value.replaceAll("\r\n", "\n")).split("\n\n");
    waiting = parts.pop();
    for (const part of parts) {
      const event = parsed(part);
      if (event) yield event;
    }
  }
}

/** The name and the data of one event; null for a comment that keeps the connection open. */
function parsed(part) {
  let name = "message";
  const data = [];
  for (const line of part.split("\n")) {
    if (line.startsWith("event:")) name = line.slice(6).trim();
    else if (line.startsWith("data:")) data.push(line.slice(5).trim());
  }
  return data.length > 0 ? [name, JSON.parse(data.join("\n"))] : null;
}
