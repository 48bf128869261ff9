"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { isSameView, parseMemoryRoute } from "@/components/memories/memory-route";
import { useMemoryRoute } from "@/components/memories/use-memory-route";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { interceptTraversal } from "@/lib/client/traversal";
import { holdUnsavedWork } from "@/lib/client/unsaved-work";

type Guard = {
  /** Does it at once when nothing would be lost, else asks first. */
  leave: (how: () => void) => void;
  /** Put this beside the form, not inside: what is typed into it is not the form's. */
  dialog: ReactNode;
};

/**
 * Asks before unsaved words are lost: closing or reloading the tab (in the browser's words), a link
 * of ours, Back and Forward. Changing the list's filters is no leaving: the form stays.
 */
export function useUnsavedGuard(isDirty: boolean): Guard {
  const [departure, setDeparture] = useState<(() => void) | null>(null);
  const isPassing = useRef(false);
  const focused = useRef<Element | null>(null);
  const here = useRef({ href: "", state: null as unknown });
  const route = useMemoryRoute();

  const ask = useCallback((how: () => void) => {
    focused.current = document.activeElement;
    setDeparture(() => how);
  }, []);

  useEffect(() => {
    // Runs after every change of the address, that of the filters included.
    if (route) here.current = { href: window.location.href, state: window.history.state };
  }, [route]);

  useEffect(() => {
    if (!isDirty) return;
    const release = holdUnsavedWork();
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isPassing.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const way = isPassing.current ? null : leavingWay(event);
      if (!way) return;
      event.preventDefault();
      event.stopPropagation();
      ask(() => way.click());
    };
    const endInterception = interceptTraversal(() => {
      const isSame = isSameView(viewOf(window.location.href), viewOf(here.current.href));
      if (isPassing.current || isSame) return false;
      // The browser has moved already. The address goes back on top of where Back led: from there
      // one step back is where the person wanted to go.
      window.history.pushState(here.current.state, "", here.current.href);
      ask(() => window.history.back());
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

  return {
    leave: (how) => (isDirty ? ask(how) : how()),
    dialog: (
      <AlertDialog
        open={departure !== null}
        onOpenChange={(open) => !open && stay()}
        title="Leave without saving?"
        description="What you have typed is not in Memoram yet and would be lost."
        confirmLabel="Leave without saving"
        cancelLabel="Keep editing"
        onConfirm={() => {
          setDeparture(null);
          isPassing.current = true;
          departure?.();
        }}
      />
    ),
  };
}

function viewOf(href: string) {
  const { pathname, searchParams } = new URL(href);
  return parseMemoryRoute(pathname, searchParams).view;
}

/** The link or button by which this click would lead to another view in this tab; null otherwise. */
function leavingWay(event: MouseEvent): HTMLElement | null {
  const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null;
  const way = target instanceof Element ? target.closest<HTMLElement>("a, [data-leads-to]") : null;
  const href = way instanceof HTMLAnchorElement ? sameTabHref(way) : way?.dataset.leadsTo;
  if (!way || !href) return null;
  const url = new URL(href, window.location.href);
  // A page load of any kind is the business of `beforeunload`.
  if (url.origin !== window.location.origin) return null;
  return isSameView(viewOf(url.href), viewOf(window.location.href)) ? null : way;
}

function sameTabHref({ target, href }: HTMLAnchorElement): string {
  return target && target !== "_self" ? "" : href;
}
