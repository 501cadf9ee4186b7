// The state of a conversation: its turns and what asking does to them.

import { useCallback, useEffect, useReducer, useRef } from "../view.js";
import { chosenBureau } from "../service.js";
import { newConversation, store, storedConversation } from "./stored.js";
import { askInParts } from "./stream.js";

const LATER = [
  [4_000, "仍在查阅文件"],
  [12_000, "比平常慢一些，仍在查阅"],
];

/**
 * A turn: `question`; while it is asked, `stage` says in words what is being done and `partial` holds the sentences so far;
 * then either `answer` or `problem`, a sentence on what went wrong.
 */
function changed(conversation, action) {
  const { turns } = conversation;
  switch (action.do) {
    case "restart":
      return newConversation();
    case "ask": {
      const goesOn = action.session === conversation.session;
      const kept = goesOn ? turns.filter((turn) => !turn.problem) : []; // what failed is asked again, or given up
      const turn = { key: action.key, question: action.question, answer: null, stage: "正在查阅文件", partial: "", problem: "" };
      return { session: action.session, turns: [...kept, turn] };
    }
    case "withdraw":
      return { ...conversation, turns: turns.filter((turn) => turn.key !== action.key) };
    case "update":
      return { ...conversation, turns: turns.map((turn) => (turn.key === action.key ? action.change(turn) : turn)) };
    default:
      throw new Error(action.do);
  }
}

/** `{turns, busy, ask, cancel, restart}`; `ask` says whether it was answered, and begins another conversation `afresh`. */
export function useConversation() {
  const [conversation, dispatch] = useReducer(changed, undefined, storedConversation);
  const running = useRef(null);
  useEffect(() => store(conversation), [conversation]);
  const { session, turns } = conversation;

  const ask = useCallback(
    async (question, { key, afresh = false }) => {
      running.current = new AbortController();
      const { signal } = running.current;
      const update = (change) => dispatch({ do: "update", key, change: (turn) => ({ ...turn, ...change(turn) }) });
      const timers = LATER.map(([after, stage]) => setTimeout(() => update(() => ({ stage })), after));
      const within = afresh ? newConversation().session : session;
      dispatch({ do: "ask", key, question, session: within });
      try {
        const answer = await askInParts(
          { question, session: within, ...(chosenBureau() && { bureau: chosenBureau() }) },
          {
            signal,
            onStage: (stage) => update(() => ({ stage })),
            onText: (sentence) => update(({ partial }) => ({ partial: partial + sentence })),
          },
        );
        update(() => ({ answer, stage: "" }));
        return true;
      } catch (error) {
        if (signal.aborted) dispatch({ do: "withdraw", key });
        else update(() => ({ problem: error.message, stage: "", partial: "" }));
        return false;
      } finally {
        timers.forEach(clearTimeout);
      }
    },
    [session],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  const restart = useCallback(() => {
    running.current?.abort();
    dispatch({ do: "restart" });
  }, []);
  return { turns, busy: turns.some((turn) => turn.stage !== ""), ask, cancel, restart };
}
