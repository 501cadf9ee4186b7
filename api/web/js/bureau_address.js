// Of several bureaus the one looked at stands in the address, also where it was only remembered: so it can be sent on. A classic script.
(function () {
  "use strict";
  const bureau = document.querySelector('meta[name="bureau"]').content;
  const address = new URL(location.href);
  if (bureau === "" || address.searchParams.has("bureau")) return;
  address.searchParams.set("bureau", bureau);
  history.replaceState(history.state, "", address);
})();
