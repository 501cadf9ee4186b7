// Where an inspection stands with what is still on this device laid over what the server said. Pure.

const MAKES = { paused: "已暂停", resumed: "进行中", finished: "已结束", reopened: "进行中" };

/**
 * @param state the server's InspectionReply, or one made by `begun`
 * @param rows this inspection's rows of the queue, in order
 * @returns the same shape; an entry of the device has `seq: null`, its `key`, and `waiting: true`
 */
export function overlaid(state, rows) {
  const view = structuredClone(state);
  for (const row of rows) {
    if (row.kind === "begin" || row.state === "refused") continue;
    if (row.state === "sent" && row.seq <= state.seq) continue; // the server's copy has it
    lay(view, row, rows);
  }
  view.items.forEach(settle);
  view.unchecked = view.items.filter((item) => item.finding === "未查").length;
  return view;
}

function lay(view, row, rows) {
  const { event } = row;
  if (row.kind === "evidence") {
    const evidence = { name: row.name, size: row.size, sha256: null, media_type: row.mediaType };
    put(view, row.item, entryOf(row, { type: "evidence-added", evidence, item: row.item ?? null }));
  } else if (event.type === "found" || event.type === "noted") {
    put(view, event.item, entryOf(row, event));
  } else if (event.type === "corrected") {
    correct(view, row, rows);
  } else if (event.type === "amended") {
    const { unit, register, day, kind, inspectors } = event;
    if (unit) view.unit = { name: unit, register: register ?? null };
    Object.assign(view, day && { day }, kind && { kind }, inspectors && { inspectors });
  } else if (event.type in MAKES) {
    view.status = MAKES[event.type];
  }
}

function entryOf(row, said, corrects = null) {
  const seq = row.state === "sent" ? row.seq : null;
  return { seq, key: row.key, at: row.at, author: row.account, said, corrects, corrected_by: [], waiting: seq === null };
}

function put(view, item, entry) {
  const found = view.items.find((one) => one.id === item);
  (found?.entries ?? view.general).push(entry);
}

function correct(view, row, rows) {
  const { by } = row.event;
  const of = row.event.of ?? rows.find((one) => one.key === row.ofKey)?.seq;
  const all = [...view.items.flatMap((item) => item.entries), ...view.general];
  const old = all.find((entry) => (of ? entry.seq === of : entry.key === row.ofKey));
  if (old) old.corrected_by = [...old.corrected_by, row.seq ?? row.key];
  if (by) put(view, by.item ?? null, entryOf(row, by, old?.seq ?? null));
}

/** The finding that counts is the latest that stands; two people's latest that differ are a dispute. */
function settle(item) {
  const standing = item.entries.filter((entry) => entry.corrected_by.length === 0);
  const findings = standing.filter((entry) => entry.said.type === "found");
  const shown = findings.at(-1)?.said;
  item.finding = shown?.finding ?? "未查";
  item.note = shown?.note ?? "";
  item.chosen = (shown?.violations ?? []).map((v) => (typeof v === "number" ? v : v.penalty));
  item.disputed = new Set(new Map(findings.map((entry) => [entry.author, entry.said.finding])).values()).size > 1;
  item.files = standing.filter((entry) => entry.said.type === "evidence-added");
}

/** An inspection that was begun here and that the server does not know yet. */
export function begun(row, checklist) {
  const { event } = row;
  return {
    id: row.inspection,
    regime: { checklist: checklist.id, document: checklist.document, title: checklist.title, changed: false },
    unit: { name: event.unit, register: event.register ?? null },
    inspectors: event.inspectors ?? [],
    day: event.day,
    kind: event.kind,
    status: "进行中",
    owner: row.account,
    shared: [],
    people: {},
    cursor: checklist.items[0].id,
    seq: 0,
    items: checklist.items.map(({ id, n, text }) => ({ id, n, text, entries: [] })),
    general: [],
    papers: [],
    reminders: [],
  };
}
