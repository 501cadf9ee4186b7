// Where conversations are kept in this tab: the account's id follows, nothing where nobody is signed in.

export const PREFIX = "renshe-conversation:";

export function forgetConversations() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
