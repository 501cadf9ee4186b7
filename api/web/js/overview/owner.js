// Of which bureau something is, where those of several stand side by side.

import { chosenBureau } from "../service.js";
import { html } from "../view.js";

const PLACE = /^[^省市县区旗州盟]{1,8}[省市县区旗州盟]/u;

/** Behind a name; nothing where one bureau is looked at, or there is one. */
export function Owner({ name }) {
  return name && !chosenBureau() ? html` <span class="tag owner">${name}</span>` : null;
}

/** A section's name where space is short: with the place of its bureau. */
export function sectionLabel({ name, bureau }) {
  return bureau && !chosenBureau() ? `${PLACE.exec(bureau)?.[0] ?? bureau} ${name}` : name;
}
