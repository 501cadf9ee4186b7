// Days, times and sizes in Chinese words.

const CLOCK = new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
const DAY = new Intl.DateTimeFormat("zh-CN", { month: "long", day: "numeric" });

/** `14:05` of today, else `3月2日 14:05`. */
export function whenInWords(at) {
  const then = new Date(at);
  const today = then.toDateString() === new Date().toDateString();
  return today ? CLOCK.format(then) : `${DAY.format(then)} ${CLOCK.format(then)}`;
}

/** `2026-03-02` as `2026年3月2日`. */
export function dayInWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

export function sizeInWords(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** What an entry of the queue is, in a few words. */
export function rowInWords(row, items = []) {
  const nth = (id) => {
    const found = items.find((item) => item.id === id);
    return found ? `第 ${found.n} 项` : "一项";
  };
  const { event } = row;
  if (row.kind === "begin") return `开始检查：${event.unit}`;
  if (row.kind === "evidence") return `证据：${row.name}`;
  if (event.type === "found") return `${nth(event.item)}：${event.finding}${event.note ? `（${event.note}）` : ""}`;
  if (event.type === "noted") return `${event.item ? `${nth(event.item)}的` : ""}备注：${event.text}`;
  if (event.type === "corrected") return event.by ? `更正为：${rowInWords({ event: event.by }, items)}` : "撤回一条录入";
  const names = { paused: "暂停", resumed: "继续", finished: "结束检查", reopened: "重新打开", shared: "共享给别人", amended: "更正单位、日期、人员" };
  return names[event.type] ?? "一条录入";
}
