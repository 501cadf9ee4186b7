// Dictating a question, where the browser can.

import { html, useEffect, useRef, useState } from "../view.js";

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const FAILURES = {
  "not-allowed": "没有使用麦克风的许可。请在浏览器里允许，或者打字。",
  "no-speech": "没有听到声音。请再说一次，或者打字。",
  "audio-capture": "找不到麦克风。请打字。",
  network: "浏览器的语音识别要连外网，现在连不上。请打字。",
};

/** A button; `onWords` gets what was heard. Nothing where the browser has no recognition or would not let us. */
export function Voice({ onWords, onProblem }) {
  const [listening, setListening] = useState(false);
  const running = useRef(null);
  useEffect(() => () => running.current?.abort(), []);
  if (!Recognition || !window.isSecureContext) return null;

  function start() {
    const recognition = new Recognition();
    recognition.lang = "zh-CN";
    recognition.onresult = (event) => onWords(event.results[0][0].transcript);
    recognition.onerror = (event) => {
      if (event.error !== "aborted") onProblem(FAILURES[event.error] ?? "没有听清。请再说一次，或者打字。");
    };
    recognition.onend = () => setListening(false);
    running.current = recognition;
    onProblem("");
    setListening(true);
    recognition.start();
  }

  return html`<button type="button" class="quiet" aria-pressed=${String(listening)}
    onClick=${() => (listening ? running.current.stop() : start())}>${listening ? "正在听，说完点这里" : "语音输入"}</button>`;
}
