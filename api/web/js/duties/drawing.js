// Two columns of names joined by lines, as SVG: positions are counted here, colours and type come from the style sheet.

import { html } from "../view.js";

const WIDTH = 1000;
const LEFT = 270;
const RIGHT = 620;
const ROW = 32;
const TOP = 34;

/**
 * @param heads the two columns' titles
 * @param left, right `{key, label, note?, pick?, current?}`; `pick` makes a name a button
 * @param lines `{from, to, label, kind, width, open?, words?}`; `open` makes a line a button, `words` stand on it
 */
export function Drawing({ label, heads, left, right, lines }) {
  const rows = Math.max(left.length, right.length);
  const height = TOP + rows * ROW + 8;
  const at = (list) => new Map(list.map((node, n) => [node.key, TOP + (n + 0.5) * (rows / list.length) * ROW]));
  const [ys, ye] = [at(left), at(right)];
  return html`<svg class="drawing" viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label=${label}>
    <text class="drawing-head" x=${LEFT - 12} y="18" text-anchor="end">${heads[0]}</text>
    <text class="drawing-head" x=${RIGHT + 12} y="18">${heads[1]}</text>
    ${lines.map((line) => html`<${Line} key=${line.from + " " + line.to} line=${line} from=${ys.get(line.from)} to=${ye.get(line.to)} />`)}
    ${left.map((node) => html`<${Node} key=${node.key} node=${node} y=${ys.get(node.key)} side="left" />`)}
    ${right.map((node) => html`<${Node} key=${node.key} node=${node} y=${ye.get(node.key)} side="right" />`)}
  </svg>`;
}

function Line({ line, from, to }) {
  const middle = (LEFT + RIGHT) / 2;
  const path = `M${LEFT} ${from} C${middle} ${from} ${middle} ${to} ${RIGHT} ${to}`;
  const button = line.open ? pressed(line.open, line.label) : { "aria-hidden": "true" };
  return html`<g class="line ${line.kind}" ...${button}>
    ${line.open && html`<path class="line-reach" d=${path} />`}
    <path class="line-ink" d=${path} stroke-width=${line.width ?? 2} />
    ${line.words && html`<text class="line-words" x=${RIGHT - 8} y=${to - 5} text-anchor="end">${line.words}</text>`}
    ${line.label && html`<title>${line.label}</title>`}
  </g>`;
}

function Node({ node, y, side }) {
  const x = side === "left" ? LEFT - 12 : RIGHT + 12;
  const button = node.pick ? { ...pressed(node.pick, node.label), "aria-pressed": String(Boolean(node.current)) } : {};
  return html`<g class="node ${node.pick ? "node-button" : ""} ${node.current ? "node-current" : ""}" ...${button}>
    ${node.pick && html`<rect x=${side === "left" ? 4 : RIGHT + 4} y=${y - 14} width=${side === "left" ? LEFT - 8 : WIDTH - RIGHT - 8} height="28" rx="5" />`}
    <circle cx=${side === "left" ? LEFT : RIGHT} cy=${y} r="3.5" />
    <text x=${x} y=${y + 5} text-anchor=${side === "left" ? "end" : "start"}>${node.label}${node.note && html`<tspan class="node-note">　${node.note}</tspan>`}</text>
  </g>`;
}

/** What makes a drawn thing a button for mouse, keyboard and screen reader. */
function pressed(act, label) {
  const key = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  };
  return { role: "button", tabindex: "0", "aria-label": label, onClick: act, onKeyDown: key };
}
