// Keeps the shell of the inspection pages for where there is no network. Data is not kept here but by the pages, per account.

const CACHE = "renshe-inspections-2";
const PAGES = ["/inspections", "/inspections/new", "/inspections/walk"];
// What those pages load; tests/web/test_inspections_shell.py compares it with their imports.
const FILES = [
  "/static/icon.svg",
  ...["base", "components", "layout", "source", "print", "inspections"].map((name) => `/static/css/${name}.css`),
  ...["codepoints", "conversation_keys", "display", "dom", "service", "shell", "source", "view"].map((name) => `/static/js/${name}.js`),
  ...["document", "panel"].map((name) => `/static/js/source/${name}.js`),
  ...["idb", "preact-htm"].map((name) => `/static/vendor/${name}.js`),
  ...[
    "account", "begin", "closing", "consequences", "database", "entries", "evidence", "frame", "general", "head", "inspection", "item",
    "kept", "list", "loading", "overlay", "overview", "queue", "sending", "sync_bar", "unit_field", "upload", "walk", "words",
  ].map((name) => `/static/js/inspections/${name}.js`),
];
/** The documents themselves are for everybody: a clause opens where there is no network too. */
const DOCUMENT = /^\/v1\/corpus\/[^/]+\/(?:text|blocks)$/u;
const PATIENCE_MS = 4_000;
let pagesKept = false;

addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && PAGES.includes(pathname)) event.respondWith(page(event, pathname));
  else if (FILES.includes(pathname) || DOCUMENT.test(pathname)) event.respondWith(file(event, pathname));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((path) => new Request(path, { cache: "no-cache" })));
  await keepPages();
}

/** As somebody not signed in sees them: no name and no token of anybody lies in the cache. */
async function keepPages() {
  const cache = await caches.open(CACHE);
  await cache.addAll(PAGES.map((path) => new Request(path, { credentials: "omit", cache: "no-cache" })));
  pagesKept = true;
}

async function forgetOthers() {
  for (const name of await caches.keys()) if (name.startsWith("renshe-") && name !== CACHE) await caches.delete(name);
}

async function page(event, pathname) {
  const fresh = await inTime(fetch(event.request));
  if (fresh && fresh.status < 500) {
    if (fresh.ok && !pagesKept) event.waitUntil(keepPages().catch(() => {}));
    return fresh;
  }
  return (await (await caches.open(CACHE)).match(pathname)) ?? fresh ?? Response.error();
}

async function file(event, pathname) {
  const cache = await caches.open(CACHE);
  const fetched = fetch(event.request);
  const fresh = await inTime(fetched);
  if (fresh?.ok) {
    event.waitUntil(cache.put(pathname, fresh.clone()));
    return fresh;
  }
  return (await cache.match(pathname)) ?? fetched;
}

/** The response; undefined where none comes, or not soon enough to wait for. */
function inTime(fetched) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([fetched, late]).catch(() => undefined);
}
