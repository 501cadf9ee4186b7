// A link that asks a question. The question stands after #, which browsers never send: no log on the way holds it.

const NAME = "q";

export function linkTo(question) {
  return `${location.origin}/${location.search}#${new URLSearchParams({ [NAME]: question })}`;
}

/** The question of the link this page was opened by, taken out of the address; empty where there is none. */
export function takeLinkedQuestion() {
  const question = new URLSearchParams(location.hash.slice(1)).get(NAME)?.trim() ?? "";
  if (question) history.replaceState(null, "", location.pathname + location.search);
  return question;
}
