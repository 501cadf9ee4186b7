// Offsets of citations count Unicode code points; JavaScript strings count UTF-16 units.

/** UTF-16 index of the code point at `offset`, counted from the UTF-16 index `from`. */
export function unitIndex(text, offset, from = 0) {
  let index = from;
  for (let left = offset; left > 0 && index < text.length; left -= 1) {
    index += text.codePointAt(index) > 0xffff ? 2 : 1;
  }
  return index;
}

/** The text cut at code points `start` and `end`: before, between, after. */
export function cut(text, start, end) {
  const from = unitIndex(text, start);
  const to = unitIndex(text, end - start, from);
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}
