// What is being looked at, kept in the page's address: it can be reloaded, sent on, and gone back to.

import { useEffect, useState } from "../view.js";

/** The named parts of the address and a function that changes some of them. Empty parts are left out. */
export function useAddress(names) {
  const read = () => {
    const query = new URLSearchParams(location.search);
    return Object.fromEntries(names.map((name) => [name, query.get(name) ?? ""]));
  };
  const [parts, setParts] = useState(read);
  useEffect(() => {
    const back = () => setParts(read());
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const change = (changed) => {
    const next = { ...parts, ...changed };
    const bureau = new URLSearchParams(location.search).get("bureau");
    history.pushState({}, "", `${location.pathname}${asQuery({ ...next, bureau })}`);
    setParts(next);
  };
  return [parts, change];
}

/** `?words=…`, without empty parts; empty where all are. */
export function asQuery(parts) {
  const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== "" && value !== null));
  return query.size ? `?${query}` : "";
}
