// A month as weeks, Monday first; each day says how many checks are planned on it.

import { html } from "../view.js";

const WEEK = ["一", "二", "三", "四", "五", "六", "日"];

export function Calendar({ year, month, lines }) {
  const of = new Map();
  for (const line of lines) if (line.day) of.set(Number(line.day.slice(8)), [...(of.get(Number(line.day.slice(8))) ?? []), line]);
  return html`<table class="calendar">
    <caption class="visually-hidden">${year} 年 ${month} 月的检查</caption>
    <thead><tr>${WEEK.map((day) => html`<th scope="col" key=${day}><abbr title="星期${day}">${day}</abbr></th>`)}</tr></thead>
    <tbody>
      ${weeks(year, month).map(
        (week, k) => html`<tr key=${k}>
          ${week.map((day, at) => {
            const found = of.get(day) ?? [];
            return html`<td key=${at} class=${found.length > 0 ? "planned" : ""}>
              ${day && html`<span class="day">${day}</span>`}
              ${found.length > 0 && html`<span class="day-count">${found.length} 次</span><span class="day-names">${[...new Set(found.map((line) => line.check))].join("、")}</span>`}
            </td>`;
          })}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Rows of seven; null before the first and behind the last day. */
function weeks(year, month) {
  const lead = (new Date(year, month - 1, 1).getDay() + 6) % 7;
  const days = new Date(year, month, 0).getDate();
  const cells = [...Array(lead).fill(null), ...Array.from({ length: days }, (_, k) => k + 1)];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, k) => cells.slice(7 * k, 7 * k + 7));
}
