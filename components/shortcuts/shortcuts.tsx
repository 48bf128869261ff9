"use client";

import { useEffect, useState } from "react";
import { actionOf } from "./command-handlers";
import { isPageBehindDialog } from "./is-page-behind-dialog";
import { keyOf } from "./key-of";
import { mayTakeKey } from "./may-take-key";
import { PageLink } from "./page-link";
import { SequenceHint } from "./sequence-hint";
import { stepOf } from "./sequences";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { readSingleKeys } from "./single-keys";
import { useCommand } from "./use-command";

/** A second key that comes later than this is a key of its own, in milliseconds. */
export const SEQUENCE_TIMEOUT = 1_500;

/** Listens for the keys of `commands` on every page of the workspace. */
export function Shortcuts() {
  const [pending, setPending] = useState<string | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useCommand("help", () => setHelpOpen(true));

  useEffect(() => {
    if (pending === null) return;
    const timer = setTimeout(() => setPending(null), SEQUENCE_TIMEOUT);
    return () => clearTimeout(timer);
  }, [pending]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isModifier(event.key)) return;
      setPending(null);
      const key = keyOf(event);
      if (key === null || !mayTakeKey(event) || isPageBehindDialog() || !readSingleKeys()) return;
      const step = stepOf(pending, key);
      if (step.kind === "nothing") return;
      if (step.kind === "first") {
        if (!event.repeat) setPending(key);
        return;
      }
      if (event.repeat && !step.command.repeats) return;
      const act = actionOf(step.command.id);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [pending]);

  return (
    <>
      <PageLink />
      {pending !== null && <SequenceHint first={pending} />}
      <ShortcutsDialog open={isHelpOpen} onOpenChange={setHelpOpen} />
    </>
  );
}

const isModifier = (key: string) => /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|Fn)$/.test(key);
