// An Answer as a page: where to go, the words, steps, figures, penalties, warnings, and what it all rests on.

import { mark, withMarks } from "./citations.js";
import { element } from "./dom.js";
import { penaltyTable } from "./penalties.js";
import { figureInWords, tidyQuote } from "./words.js";

const OUTCOMES = {
  not_in_corpus: "现有文件里没有写",
  out_of_scope: "不属于本局的职责",
};

/**
 * The parts of the answer in reading order.
 * @param open called with a citation's number
 * @param choose called with the option picked
 */
export function answerParts(answer, { open, choose }) {
  const text = (words) => withMarks(words, answer.citations, open);
  return [
    element("p", { class: "asked" }, "您问："),
    element("h2", { id: "answer-title", class: "answer-title", tabindex: "-1" }, answer.question),
    ...(answer.read_as ? [element("p", { class: "asked" }, `接上文，理解为：${answer.read_as}`)] : []),
    ...outcome(answer),
    ...sections(answer, open),
    element("div", { class: "words" }, ...answer.text.split(/\n{2,}/u).map((p) => element("p", {}, ...text(p)))),
    ...options(answer, choose),
    ...steps(answer, open, text),
    ...figures(answer, open),
    ...(answer.penalties.length > 0 ? [penaltyTable(answer.penalties, open)] : []),
    ...warnings(answer, open),
    ...basis(answer, open),
  ];
}

function outcome(answer) {
  const words = OUTCOMES[answer.status];
  return words ? [element("div", { class: "outcome" }, element("p", {}, words))] : [];
}

function sections(answer, open) {
  if (answer.sections.length === 0) return [];
  const cards = answer.sections.map((section) =>
    element(
      "li",
      {},
      element("strong", { class: "section-name" }, section.name),
      element("span", { class: "section-role" }, section.role, mark(section.citation, open)),
    ),
  );
  return [element("ul", { class: "sections", "aria-label": "负责的科室" }, ...cards)];
}

function options(answer, choose) {
  if (answer.options.length === 0) return [];
  const buttons = answer.options.map((option) =>
    element("li", {}, element("button", { class: "choice", type: "button", click: () => choose(option) }, option)),
  );
  return [element("h3", {}, "请选一项，或者换个说法再问"), element("ul", { class: "options plain-list" }, ...buttons)];
}

function steps(answer, open, text) {
  if (answer.steps.length === 0) return [];
  const rows = answer.steps.map((step) =>
    element(
      "li",
      {},
      element("span", { class: "step-number" }, `${step.n}.`),
      element("span", {}, ...text(step.text), mark(step.citation, open)),
    ),
  );
  return [element("h3", {}, "步骤"), element("ol", { class: "steps" }, ...rows)];
}

function figures(answer, open) {
  if (answer.figures.length === 0) return [];
  const rows = answer.figures.map((figure) => {
    const working = figure.working ? [element("span", { class: "working" }, figure.working)] : [];
    const value = element("dd", {}, figureInWords(figure), mark(figure.citation, open), ...working);
    return element("div", {}, element("dt", {}, figure.label), value);
  });
  return [element("h3", {}, "指标"), element("dl", { class: "figures" }, ...rows)];
}

function warnings(answer, open) {
  if (answer.warnings.length === 0) return [];
  const rows = answer.warnings.map((w) => element("li", {}, w.text, mark(w.citation, open)));
  return [element("section", { class: "warnings" }, element("h3", {}, "请留意"), element("ul", {}, ...rows))];
}

function basis(answer, open) {
  if (answer.citations.length === 0) return [];
  const titles = new Set(answer.citations.map((citation) => citation.title));
  const rows = answer.citations.map((citation) =>
    element(
      "li",
      {},
      element("p", { class: "basis-head" }, `[${citation.n}] ${placeOf(citation, titles.size > 1)}`),
      element("blockquote", {}, tidyQuote(citation.quote)),
      element(
        "button",
        { class: "quiet", type: "button", "aria-label": `在原文中看依据 ${citation.n}`, click: () => open(citation.n) },
        "在原文中看",
      ),
    ),
  );
  const from = titles.size === 1 ? [element("p", { class: "basis-head" }, `出自：${answer.citations[0].title}`)] : [];
  return [element("h3", {}, "依据"), ...from, element("ol", { class: "basis" }, ...rows)];
}

/** Where a quote stands; the title is only repeated where the quotes come from several documents. */
function placeOf(citation, withTitle) {
  const place = withTitle ? [citation.title, ...citation.path] : citation.path;
  return place.join(" › ");
}
