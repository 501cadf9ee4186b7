// Signing in, then back to where one came from.

import { byId, element } from "./dom.js";
import { sendJson } from "./service.js";

/** Only a path of this site: `//host` and `/\host` lead elsewhere. */
function back() {
  const next = new URLSearchParams(location.search).get("next") ?? "/";
  const address = new URL(next, location.origin);
  return next.startsWith("/") && address.origin === location.origin ? address.pathname + address.search + address.hash : "/";
}

function complain(sentences, fields) {
  const links = sentences.map((sentence, at) =>
    element("li", {}, fields[at] ? element("a", { href: `#${fields[at]}` }, sentence) : sentence),
  );
  const box = byId("sign-in-error");
  box.replaceChildren(element("h2", {}, "没有登录"), element("ul", {}, ...links));
  box.hidden = false;
  for (const name of ["name", "password"]) byId(name).toggleAttribute("aria-invalid", fields.includes(name));
  box.focus();
}

async function submit(event) {
  event.preventDefault();
  const missing = [
    ["name", "请填写账号"],
    ["password", "请填写密码"],
  ].filter(([name]) => byId(name).value === "");
  if (missing.length > 0) {
    complain(
      missing.map(([, words]) => words),
      missing.map(([name]) => name),
    );
    return;
  }
  byId("sign-in-submit").disabled = true;
  try {
    await sendJson("POST", "/v1/session", { name: byId("name").value, password: byId("password").value });
    location.replace(back());
  } catch (error) {
    byId("password").value = "";
    complain([error.message], error.status === 401 ? ["name"] : []);
    byId("sign-in-submit").disabled = false;
  }
}

if (document.getElementById("sign-in")) {
  byId("sign-in-insecure").hidden = window.isSecureContext;
  byId("sign-in").addEventListener("submit", submit);
}
