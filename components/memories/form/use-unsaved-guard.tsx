"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { isSameView } from "@/components/memories/memory-route";
import { useMemoryRoute } from "@/components/memories/use-memory-route";
import { interceptTraversal } from "@/lib/client/traversal";
import { holdUnsavedWork, isWorkAbandoned } from "@/lib/client/unsaved-work";
import { LeaveDialog } from "./leave-dialog";
import { endsSession, leavingWay, viewOf } from "./leaving";

type GuardOptions = {
  isDirty: boolean;
  /** Leaving with the words kept: whoever shows this place next has to find them. */
  onKeep: () => void;
  /** Leaving without the words: nothing of them is to be found afterwards. */
  onDiscard: () => void;
};

type Guard = {
  /** Does it at once when nothing would be lost, else asks first. */
  leave: (how: () => void) => void;
  /** Does it without asking: the words are kept. */
  pass: (how: () => void) => void;
  /** Put this beside the form, not inside: what is typed into it is not the form's. */
  dialog: ReactNode;
};

type Departure = { how: () => void; endsSession: boolean };

/**
 * Asks before unsaved words are left behind: closing or reloading the tab (in the browser's words),
 * a link of ours, Back and Forward. Changing the list's filters is no leaving: the form stays.
 */
export function useUnsavedGuard({ isDirty, onKeep, onDiscard }: GuardOptions): Guard {
  const [departure, setDeparture] = useState<Departure | null>(null);
  const isPassing = useRef(false);
  const focused = useRef<Element | null>(null);
  const here = useRef({ href: "", state: null as unknown });
  const route = useMemoryRoute();

  const ask = useCallback((next: Departure) => {
    focused.current = document.activeElement;
    setDeparture(next);
  }, []);

  useEffect(() => {
    // Runs after every change of the address, that of the filters included.
    if (route) here.current = { href: window.location.href, state: window.history.state };
  }, [route]);

  useEffect(() => {
    if (!isDirty) return;
    const release = holdUnsavedWork();
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isPassing.current && !isWorkAbandoned()) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const way = isPassing.current ? null : leavingWay(event);
      if (!way) return;
      event.preventDefault();
      event.stopPropagation();
      ask({ how: () => way.click(), endsSession: endsSession(way) });
    };
    const endInterception = interceptTraversal(() => {
      const isSame = isSameView(viewOf(window.location.href), viewOf(here.current.href));
      if (isPassing.current || isSame) return false;
      // The browser has moved already. The address goes back on top of where Back led: from there
      // one step back is where the person wanted to go.
      window.history.pushState(here.current.state, "", here.current.href);
      ask({ how: () => window.history.back(), endsSession: false });
      return true;
    });
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      release();
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
      endInterception();
    };
  }, [isDirty, ask]);

  const stay = () => {
    setDeparture(null);
    const back = focused.current;
    requestAnimationFrame(() => back instanceof HTMLElement && back.focus());
  };
  const go = (how: () => void) => {
    setDeparture(null);
    isPassing.current = true;
    how();
  };
  const pass = (how: () => void) => {
    onKeep();
    go(how);
  };

  return {
    leave: (how) => (isDirty ? ask({ how, endsSession: false }) : how()),
    pass,
    dialog: (
      <LeaveDialog
        open={departure !== null}
        endsSession={departure?.endsSession ?? false}
        onStay={stay}
        onKeep={() => departure && pass(departure.how)}
        onDiscard={() => {
          onDiscard();
          if (departure) go(departure.how);
        }}
      />
    ),
  };
}
