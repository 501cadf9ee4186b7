// Keeps the page itself, so that it opens without a network and can say so. Answers, documents and whatever belongs to
// somebody signed in are never kept. SHELL (addresses) and VERSION come before this text; see api/pages/offline.py.

const KIND = "page-"; // the inspection pages keep caches of their own
const CACHE = KIND + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin || !SHELL.includes(address.pathname)) return;
  event.respondWith(fetch(request).catch(() => kept(address.pathname)));
});

/** Without cookies: the page is kept as nobody in particular sees it. */
async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL.map((address) => new Request(address, { credentials: "omit", cache: "no-cache" })));
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(KIND) && name !== CACHE).map((name) => caches.delete(name)));
}

async function kept(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? Response.error();
}
