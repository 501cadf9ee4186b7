// The page: asks, shows the answer, and keeps the conversation's number.

import { answerParts } from "./answer.js";
import { byId, element } from "./dom.js";
import { ask } from "./service.js";
import { SourcePanel } from "./source.js";

const panel = new SourcePanel();
const field = byId("question");
const session = newSession();
let busy = false;

/** crypto.randomUUID exists on https and localhost only; a bureau may serve plain http on its own network. */
function newSession() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function submit(question) {
  if (busy) return;
  const words = question.trim();
  if (!words) {
    showFieldError("请先写下您的问题。");
    field.focus();
    return;
  }
  showFieldError("");
  setBusy(true);
  try {
    show(await ask(words, session));
  } catch (error) {
    fail(error.message);
  } finally {
    setBusy(false);
  }
}

function setBusy(value) {
  busy = value;
  byId("submit").toggleAttribute("disabled", value);
  byId("answer").setAttribute("aria-busy", String(value));
  byId("status").textContent = value ? "正在查阅文件，请稍候……" : "";
  if (value) byId("failure").hidden = true;
}

function show(answer) {
  panel.load(answer.citations);
  document.getElementById("starting")?.remove();
  const again = element("button", { class: "quiet again", type: "button", click: askAgain }, "再问一个问题");
  const parts = answerParts(answer, { open: (n) => panel.open(n), choose: submit });
  byId("answer").replaceChildren(...parts, again);
  byId("answer").hidden = false;
  field.value = "";
  byId("answer-title").focus({ preventScroll: true });
  byId("answer").scrollIntoView({ block: "start" });
}

function askAgain() {
  byId("asking").scrollIntoView({ block: "start" });
  field.focus();
}

/** Says what went wrong; an older answer must not stand below it as if it were this one's. */
function fail(message) {
  panel.load([]);
  byId("answer").hidden = true;
  byId("failure").replaceChildren(element("p", {}, message));
  byId("failure").hidden = false;
}

function showFieldError(message) {
  byId("question-error").textContent = message;
  byId("question-error").hidden = !message;
  field.toggleAttribute("aria-invalid", Boolean(message));
}

byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  submit(field.value);
});
field.addEventListener("keydown", (event) => {
  // Enter also confirms a word in a Chinese input method: that must not send the question.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit(field.value);
});
for (const button of document.querySelectorAll("#starting .choice")) {
  button.addEventListener("click", () => submit(button.textContent));
}
