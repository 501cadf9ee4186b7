// Sections and matters: all of them by topic, then those of one section or topic line by line; the same as a list.

import { asQuery } from "../overview/address.js";
import { openPlace } from "../overview/clause.js";
import { sectionLabel } from "../overview/owner.js";
import { chosenBureau } from "../service.js";
import { html, useMemo, useState } from "../view.js";
import { Drawing } from "./drawing.js";
import { DutyList } from "./list.js";

const HELPS = "配合";

export function DutyMap({ map, looking, look }) {
  const [failure, setFailure] = useState("");
  const joined = useMemo(() => join(map), [map]);
  const { section, topic } = looking;
  const chosen = joined.filter((link) => (!section || link.name === section) && (!topic || link.matter.topic === topic));
  const focused = section !== "" || topic !== "";
  // A matter that the chosen section shares with others shows the others too.
  const matters = new Set(chosen.map((link) => link.matter.id));
  const shown = focused ? joined.filter((link) => matters.has(link.matter.id)) : joined;
  const open = (link) => openPlace(link.place).then(() => setFailure(""), (error) => setFailure(error.message));
  const drawing = focused ? one(shown, section, open) : all(joined, look);
  const title = focused ? `${[section, topic].filter(Boolean).join("，")}：事项` : "科室和事项";
  return html`<section aria-labelledby="map-title">
    <h2 id="map-title">${title}</h2>
    <p class="muted drawing-hint">${focused ? "每条线是登记表里的一句职责，点线看原文。" : "线越粗，管的事项越多。点一个科室或一类事项，看它管的每一件。"}</p>
    ${focused && html`<p><button type="button" class="quiet small" onClick=${() => look({ section: "", topic: "", words: "" })}>看全部科室和事项</button></p>`}
    ${failure && html`<p class="error" role="alert">${failure}</p>`}
    <figure class="drawing-frame">
      <${Drawing} label=${title} ...${drawing} />
      <figcaption class="muted">实线：主办　<span class="key-stage">加粗：初审、复审等环节</span>　虚线：配合</figcaption>
    </figure>
    <${DutyList} links=${shown} focused=${focused} />
    ${!focused && map.unplaced.length > 0 && html`<details class="unplaced"><summary>登记表没有写明归哪个科室的事项（${map.unplaced.length} 件）</summary><p>${map.unplaced.map((m) => m.name).join("、")}</p></details>`}
  </section>`;
}

/** Links with their section's name and their matter in place of numbers and ids. */
function join({ sections, matters, links }) {
  const byId = new Map(matters.map((matter) => [matter.id, matter]));
  return links.map((link) => {
    const of = sections[link.section];
    return { ...link, name: of.name, bureau: of.bureau, section: sectionLabel(of), matter: byId.get(link.matter) };
  });
}

/** Sections against topics, the topics ordered by where their sections stand so that few lines cross. */
function all(links, look) {
  const sections = [...new Set(links.map((link) => link.section))];
  const counts = new Map();
  for (const { section, matter, role } of links) {
    const key = `${section}\n${matter.topic}`;
    const known = counts.get(key) ?? { section, topic: matter.topic, n: 0, helps: true };
    counts.set(key, { ...known, n: known.n + 1, helps: known.helps && role === HELPS });
  }
  const pairs = [...counts.values()];
  const topics = [...new Set(pairs.map((pair) => pair.topic))].sort((a, b) => mean(a) - mean(b));
  function mean(topic) {
    const own = pairs.filter((pair) => pair.topic === topic);
    const whole = own.reduce((sum, pair) => sum + pair.n, 0);
    return own.reduce((sum, pair) => sum + pair.n * sections.indexOf(pair.section), 0) / whole;
  }
  return {
    heads: ["科室", "事项类别"],
    left: sections.map((name) => ({ key: name, label: name, pick: () => pick(links.find((link) => link.section === name), look) })),
    right: topics.map((name) => ({ key: name, label: name, note: `${countOf(links, name)} 件`, pick: () => look({ topic: name, section: "", words: "" }) })),
    lines: pairs.map((pair) => ({ from: pair.section, to: pair.topic, kind: pair.helps ? "line-helps" : "", width: 1.2 + Math.sqrt(pair.n) })),
  };
}

/** A section; of several bureaus looked at together its own first. */
function pick({ name, bureau }, look) {
  if (bureau && !chosenBureau()) location.assign(`${location.pathname}${asQuery({ bureau, section: name })}`);
  else look({ section: name, topic: "", words: "" });
}

function countOf(links, topic) {
  return new Set(links.filter((link) => link.matter.topic === topic).map((link) => link.matter.id)).size;
}

/** The sections of some matters, line by line. */
function one(links, section, open) {
  const sections = [...new Set(links.map((link) => link.section))];
  return {
    heads: ["科室", "事项"],
    left: sections.map((name) => ({ key: name, label: name, current: links.some((link) => link.section === name && link.name === section) })),
    right: [...new Map(links.map((link) => [link.matter.id, link.matter])).values()].map((m) => ({ key: m.id, label: m.name })),
    lines: links.map((link) => ({
      from: link.section,
      to: link.matter.id,
      kind: link.role === HELPS ? "line-helps" : link.role === "主办" ? "" : "line-stage",
      words: link.role === "主办" ? "" : link.role,
      label: `${link.matter.name}：${link.section}，${link.role}。看原文`,
      open: () => open(link),
    })),
  };
}
