// The page on consequences: filters, the table with its bars, discretion steps and waivers.

import { asQuery, useAddress } from "../overview/address.js";
import { knowDocuments } from "../overview/clause.js";
import { Failure, useLoaded } from "../overview/parts.js";
import { byId } from "../dom.js";
import { ofBureau } from "../service.js";
import { html, render } from "../view.js";
import { Filters, NAMES } from "./filters.js";
import { PenaltyTable } from "./table.js";
import { Tiers } from "./tiers.js";
import { Waivers } from "./waivers.js";

function Penalties() {
  const [wanted, want] = useAddress(NAMES);
  const { data: facets, failure } = useLoaded(ofBureau("/v1/penalties/filters"));
  if (failure) return html`<${Failure} words=${failure} />`;
  if (!facets) return html`<p class="status" role="status">正在取处罚条款……</p>`;
  knowDocuments(facets.documents);
  const query = asQuery(wanted);
  return html`
    <${Filters} key=${query} facets=${facets} wanted=${wanted} want=${want} />
    <${PenaltyTable} query=${query} facets=${facets} />
    ${facets.tiers > 0 && html`<${Tiers} wanted=${wanted} facets=${facets} />`}
    ${facets.waivers > 0 && html`<${Waivers} wanted=${wanted} />`}
  `;
}

render(html`<${Penalties} />`, byId("penalties"));
