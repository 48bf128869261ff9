"use client";

import { createContext, type ReactNode, useCallback, useContext, useRef } from "react";

type Place = { current: number };

const PanePlace = createContext<Place | null>(null);

/** Around everything that shows one memory: reading and editing share how far it is scrolled. */
export function KeepPlace({ children }: { children: ReactNode }) {
  const place = useRef(0);
  return <PanePlace value={place}>{children}</PanePlace>;
}

/** The part of the pane that scrolls. It begins where the one before it, of the same memory, was. */
export function PaneScroll({ children }: { children: ReactNode }) {
  const place = useContext(PanePlace);
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      if (element && place) element.scrollTop = place.current;
    },
    [place],
  );
  return (
    <div
      ref={attach}
      onScroll={({ currentTarget }) => {
        if (place) place.current = currentTarget.scrollTop;
      }}
      className="relative min-h-0 grow overflow-y-auto overscroll-contain pb-[calc(env(safe-area-inset-bottom)+var(--dock-over))]"
    >
      {children}
    </div>
  );
}
