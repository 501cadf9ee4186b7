// What every page does: display settings, signing out, opening without a network.

import { forgetConversations } from "./conversation_keys.js";
import { remove } from "./service.js";

function displaySettings() {
  const box = document.getElementById("display");
  for (const input of box.querySelectorAll("[data-display]")) {
    input.checked = window.rensheDisplay.now(input.dataset.display);
    input.addEventListener("change", () => window.rensheDisplay.choose(input.dataset.display, input.checked));
  }
}

/** What opens in the header closes with Escape and with a click elsewhere. */
function closing(box) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open || !box.contains(document.activeElement)) return;
    box.open = false;
    box.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target)) box.open = false;
  });
}

function signingOut() {
  const button = document.getElementById("sign-out");
  if (button === null) return;
  button.disabled = false; // until now a click would have been lost
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      localStorage.removeItem("renshe-inspector"); // js/inspections/account.js
      await remove("/v1/session");
      forgetConversations();
      location.assign("/");
    } catch (error) {
      button.disabled = false;
      if (error.status === 401) location.assign("/"); // signed out already, in another window
      else button.textContent = "没有退出，再试一次";
    }
  });
}

/** Not needed by anything here: a browser that refuses (plain http, private window) loses only the offline page. */
function opensOffline() {
  navigator.serviceWorker?.register("/page-worker.js").catch(() => {});
}

displaySettings();
document.querySelectorAll(".top-tools details").forEach(closing);
signingOut();
opensOffline();
