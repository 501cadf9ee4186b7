// The page on duties: who handles what, searched, listed and drawn.

import { knowDocuments } from "../overview/clause.js";
import { useAddress } from "../overview/address.js";
import { Failure, useLoaded } from "../overview/parts.js";
import { byId } from "../dom.js";
import { ofBureau } from "../service.js";
import { html, render } from "../view.js";
import { Boundaries } from "./boundaries.js";
import { DutyMap } from "./map.js";
import { Procedures } from "./procedures.js";
import { Found } from "./found.js";
import { Search } from "./search.js";

function Duties() {
  const [looking, look] = useAddress(["words", "section", "topic"]);
  const { data: map, failure } = useLoaded(ofBureau("/v1/duties/map"));
  if (failure) return html`<${Failure} words=${failure} />`;
  if (!map) return html`<p class="status" role="status">正在取科室和事项……</p>`;
  knowDocuments(map.documents);
  const searching = looking.words !== "" || looking.section !== "";
  return html`
    <${Search} key=${looking.words + looking.section} map=${map} looking=${looking} look=${look} />
    ${searching && html`<${Found} looking=${looking} look=${look} />`}
    <${DutyMap} map=${map} looking=${looking} look=${look} />
    <${Procedures} />
    <${Boundaries} />
  `;
}

render(html`<${Duties} />`, byId("duties"));
