import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import type { Draft, DraftKey } from "./draft";
import { type DraftInput, DraftKeeper } from "./draft-keeper";

export type DraftHandle = {
  /** What was kept when the form was opened; null for none. */
  readonly draft: Draft | null;
  /** Call whenever the form changes; it is written once typing rests, and when the page goes. */
  readonly keep: (input: DraftInput) => void;
  /** The words were saved, discarded, or are as they were: nothing is kept any more. */
  readonly drop: () => void;
  /** Writes what waits, now: whoever shows this place next finds it. */
  readonly flush: () => void;
  /** This tab's storage is full or forbidden: a reload would lose what is typed. */
  readonly isRefused: boolean;
};

/** The draft of one form. On the server, and while a page hydrates, there is none. */
export function useDraft(key: DraftKey): DraftHandle {
  const keeper = useMemo(() => new DraftKeeper(key), [key]);
  useEffect(() => keeper.open(), [keeper]);
  const isRefused = useSyncExternalStore(keeper.subscribe, keeper.getRefused, () => false);
  // While a page hydrates, its first picture has to be the server's.
  const draft = useSyncExternalStore(
    keeper.subscribe,
    () => keeper.found,
    () => null,
  );
  const keep = useCallback((input: DraftInput) => keeper.keep(input), [keeper]);
  const drop = useCallback(() => keeper.drop(), [keeper]);
  const flush = useCallback(() => keeper.flush(), [keeper]);
  return useMemo(
    () => ({ draft, keep, drop, flush, isRefused }),
    [draft, keep, drop, flush, isRefused],
  );
}
