// An answer as plain text, with its citations: what copying gives.

import { figureInWords, tidyQuote } from "../words.js";

export function plainText(answer) {
  const parts = [`问：${answer.question}`, `答：${answer.text}`];
  const steps = answer.steps.filter((step) => !answer.text.includes(step.text));
  if (steps.length > 0) parts.push(steps.map((step) => `${step.n}. ${step.text}`).join("\n"));
  const worked = answer.figures.filter((figure) => figure.working);
  if (worked.length > 0) parts.push(worked.map((f) => `${f.label}：${figureInWords(f)}（${f.working}）`).join("\n"));
  if (answer.options.length > 0) parts.push(`可选：${answer.options.join("；")}`);
  if (answer.warnings.length > 0) parts.push(`请留意：\n${answer.warnings.map((one) => one.text).join("\n")}`);
  if (answer.citations.length > 0) parts.push(`依据：\n${answer.citations.map(cited).join("\n")}`);
  return parts.join("\n\n");
}

function cited({ n, title, path, quote }) {
  return `[${n}] ${[title, ...path].join(" › ")}：“${tidyQuote(quote)}”`;
}
