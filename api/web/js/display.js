// Large text, high contrast, dark: put on before anything is painted, so a classic script and nothing else in it.
(function () {
  "use strict";
  const root = document.documentElement;
  const KEY = "renshe-display";
  let chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem(KEY)) || {};
  } catch {
    chosen = {}; // no storage, or not what was written: the plain page
  }
  const system = {
    dark: matchMedia("(prefers-color-scheme: dark)"),
    contrast: matchMedia("(prefers-contrast: more)"),
  };

  /** What holds now: what was chosen, else what the system says. */
  function now(name) {
    return typeof chosen[name] === "boolean" ? chosen[name] : Boolean(system[name] && system[name].matches);
  }

  function apply() {
    for (const name of ["large", "contrast", "dark"]) root.toggleAttribute(`data-${name}`, now(name));
  }

  function choose(name, on) {
    chosen[name] = on;
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch {
      // It holds for this page at least.
    }
    apply();
  }

  system.dark.addEventListener("change", apply);
  system.contrast.addEventListener("change", apply);
  window.rensheDisplay = { now, choose };
  apply();
})();
