// Why: the quoted clauses by their place, each to be opened in the document.

import { html } from "../view.js";
import { tidyQuote } from "../words.js";
import { Mark } from "./citations.js";
import { cites, saidBy } from "./said.js";

const SHOWN = 2;

/** In sight is what the answer has not said in these words already; the rest behind one line. Asked back, all of it. */
export function Basis({ answer, open, current }) {
  const { citations } = answer;
  if (citations.length === 0) return null;
  const severalTitles = new Set(citations.map((citation) => citation.title)).size > 1;
  const groups = byPlace(citations);
  const news = groups.filter(tellsMore(answer)).slice(0, SHOWN);
  const rest = groups.filter((group) => !news.includes(group));
  const rows = (some) => html`<ol class="basis">${some.map((group) => html`<${Row} ...${{ group, open, current, severalTitles }} />`)}</ol>`;
  return html`<section class="part basis-part">
    <h3>依据</h3>
    ${!severalTitles && html`<p class="basis-head">出自：${citations[0].title}</p>`}
    ${news.length > 0 && rows(news)}
    ${rest.length > 0 && html`<details class="more"><summary>${news.length > 0 ? `其余 ${rest.length} 处依据` : `看原文的话（${rest.length} 处）`}</summary>${rows(rest)}</details>`}
  </section>`;
}

function Row({ group, open, current, severalTitles }) {
  const [first] = group;
  const place = (severalTitles ? [first.title, ...first.path] : first.path).join(" › ");
  return html`<li>
    ${place && html`<p class="basis-head">${place}</p>`}
    ${widest(group).map(
      ({ quote, marks }) => html`<blockquote>${tidyQuote(quote)}${marks.map((n) => html`<${Mark} n=${n} open=${open} current=${current} />`)}</blockquote>`,
    )}
    <button type="button" class="quiet small" aria-label=${`在原文中看依据 ${first.n}`} onClick=${() => open(first.n)}>在原文中看</button>
  </li>`;
}

/** Whether the quotes of a place say what the answer has not said already; those of remarks are told by the remarks. */
function tellsMore(answer) {
  if (answer.status === "clarify") return () => false;
  const said = saidBy(answer);
  return (group) => group.some(({ n, quote }) => cites(answer, n) && !said(quote));
}

/** `[{quote, marks}]`: a quote within another lends its mark to it. */
function widest(group) {
  const rows = new Map();
  for (const citation of group) {
    const { n, quote } = holderOf(citation, group);
    rows.set(n, { quote, marks: [...(rows.get(n)?.marks ?? []), citation.n] });
  }
  return [...rows.values()];
}

/** Citations of one place in one document stand together, and with the one they are a part of. */
function byPlace(citations) {
  const groups = new Map();
  for (const citation of citations) {
    const { document, path } = holderOf(citation, citations);
    const place = JSON.stringify([document, path]);
    groups.set(place, [...(groups.get(place) ?? []), citation]);
  }
  return [...groups.values()];
}

/** The longest of some citations that has all the characters of one; often that one itself. */
function holderOf({ document, start, end }, some) {
  const holders = some.filter((other) => other.document === document && other.start <= start && other.end >= end);
  return holders.reduce((widestYet, other) => (other.end - other.start > widestYet.end - widestYet.start ? other : widestYet));
}
