// Penalties as a small table: conduct, consequence with its range, legal basis.

import { mark } from "./citations.js";
import { element } from "./dom.js";
import { fineInWords } from "./words.js";

export function penaltyTable(penalties, open) {
  const head = element(
    "thead",
    {},
    element("tr", {}, element("th", { scope: "col" }, "行为"), element("th", { scope: "col" }, "后果")),
  );
  const rows = penalties.map((penalty) => row(penalty, open));
  return element(
    "div",
    { class: "tables" },
    element("table", { class: "penalties" }, element("caption", {}, "处罚"), head, element("tbody", {}, ...rows)),
  );
}

function row(penalty, open) {
  const condition = penalty.when ? [element("span", { class: "condition" }, penalty.when)] : [];
  const fine = fineInWords(penalty.fine);
  const law = penalty.law ? `《${penalty.law}》${penalty.article}${penalty.item}` : "";
  const total = penalty.fine_total;
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, penalty.violation, ...condition),
    element(
      "td",
      {},
      ...(fine ? [element("span", { class: "fine" }, fine)] : []),
      ...(penalty.measures.length > 0 ? [element("span", { class: "penalty-part" }, penalty.measures.join("；"))] : []),
      ...(total ? [element("span", { class: "penalty-part" }, `按您说的情况：${total.working}`)] : []),
      element("span", { class: "law" }, law, mark(penalty.citation, open)),
    ),
  );
}
