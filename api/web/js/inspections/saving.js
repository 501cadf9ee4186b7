// Saving a file that a POST answers with.

import { request } from "../service.js";

/** Sends JSON; the answer is saved under the name it comes with. */
export async function saveAnswer(path, body, otherwise) {
  const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await request(path, options);
  const named = /filename\*=UTF-8''([^;]+)/u.exec(response.headers.get("Content-Disposition") ?? "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = named ? decodeURIComponent(named[1]) : otherwise;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return link.download;
}
