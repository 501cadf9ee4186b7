// Figures, fines and quotes in Chinese words.

const number = new Intl.NumberFormat("zh-CN");

const RELATIONS = { ">=": "不少于 ", "<=": "不超过 ", ">": "多于 ", "<": "少于 ", "=": "" };

export function figureInWords({ value, relation, unit }) {
  return value === null ? "文件没有写明" : `${RELATIONS[relation]}${number.format(value)} ${unit}`;
}

/** Empty where the documents name no amount. */
export function fineInWords(fine) {
  const per = fine.per === "person" ? "每人 " : fine.by ? `${fine.by} ` : "";
  const may = fine.optional ? "可以" : "";
  if (fine.kind === "fixed") return `${may}罚款 ${per}${number.format(fine.max_yuan)} 元`;
  if (fine.kind === "range") return `${may}${may ? "处 " : ""}${per}${bound(fine.min_yuan, "元以上 ")}${bound(fine.max_yuan, "元以下")}罚款`;
  if (fine.kind === "multiple") {
    return `${may}${fine.base ?? ""} ${bound(fine.min_times, "倍以上 ")}${bound(fine.max_times, "倍以下")}罚款`.trim();
  }
  return "";
}

/** An interval of amounts; where there is no lower bound the upper one alone. */
export function yuanBetween(least, most) {
  if (least === null || least === undefined) return `${number.format(most)} 元以下`;
  if (most === null || most === undefined) return `${number.format(least)} 元以上`;
  return least === most ? `${number.format(most)} 元` : `${number.format(least)} 元至 ${number.format(most)} 元`;
}

function bound(value, words) {
  return value === null || value === undefined ? "" : `${number.format(value)} ${words}`;
}

/** A quote for display: the source breaks lines and words anywhere. */
export function tidyQuote(quote) {
  return quote.replace(/(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])/gu, "");
}
