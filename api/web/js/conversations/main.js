// One's own conversations: of an account all of them, of nobody the one of this tab.

import { storedConversation } from "../ask/stored.js";
import { byId } from "../dom.js";
import { isSignedIn } from "../service.js";
import { html, render } from "../view.js";
import { Conversation } from "./conversation.js";
import { Own } from "./own.js";

function OfThisTab() {
  const { session, turns } = storedConversation();
  if (turns.length === 0) return html`<p class="notice">还没有问过问题。<a href="/">去提问</a></p>`;
  const listed = { session, first: turns[0].question, questions: turns.length, changed_at: null };
  return html`<ul class="plain-list groups"><${Conversation} listed=${listed} /></ul>`;
}

render(isSignedIn() ? html`<${Own} />` : html`<${OfThisTab} />`, byId("conversations"));
