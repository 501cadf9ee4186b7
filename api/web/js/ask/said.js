// What the sentences of an answer say already, so that nothing below has to say it again.

/** Whether the sentences cite citation `n`. */
export function cites(answer, n) {
  return answer.text.includes(`[${n}]`);
}

/** `words => boolean`: whether the answer says these words somewhere above its quotes, however it breaks its lines. */
export function saidBy(answer) {
  const above = [answer.text, ...answer.steps.map((step) => step.text), ...answer.sections.map((section) => section.name)];
  const said = bare(above.join("\n"));
  return (words) => said.includes(bare(words));
}

/** Without marks, spaces and punctuation, which differ between a quote and the sentence made of it. */
function bare(words) {
  return words.replace(/\[\d+\]/gu, "").replace(/[\s\p{P}]/gu, "");
}
