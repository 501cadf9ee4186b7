// Offsets of citations count Unicode code points; JavaScript strings count UTF-16 units.

/** The code points of a text, one string each. */
export function characters(text) {
  return Array.from(text);
}

/** The words from `start` to `end` of a text given as its code points. */
export function cut(points, start, end) {
  return points.slice(start, end).join("");
}
