"use client";

import { Dialog } from "radix-ui";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useMemoryRoute } from "@/components/memories/use-memory-route";
import { actionOf } from "@/components/shortcuts/command-handlers";
import { isPageBehindDialog } from "@/components/shortcuts/is-page-behind-dialog";
import { keyOf } from "@/components/shortcuts/key-of";
import { isComposing } from "@/components/shortcuts/may-take-key";
import { goToPage } from "@/components/shortcuts/page-link";
import { isApple } from "@/components/shortcuts/platform";
import { cn } from "@/components/ui/cn";
import { overlayClass } from "@/components/ui/dialog";
import { useReturnFocusOnClose } from "@/components/ui/use-return-focus-on-close";
import type { Choice } from "./choice";
import { PaletteContent } from "./palette-content";
import { closePalette, isPaletteOpen, openPalette, useOfferedCommands } from "./palette-state";
import { remember } from "./recent";

/**
 * Ctrl or Cmd and K: commands, pages, tags and memories under one field. Opens over whatever is
 * being typed, which stays as it is, and gives focus back to it.
 */
export function Palette({ connected }: { connected: boolean }) {
  const t = useTranslations("palette");
  const offered = useOfferedCommands();
  const chosen = useRef<Choice | null>(null);
  const returnFocus = useReturnFocusOnClose();
  useRememberOpened();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!opensPalette(event)) return;
      const isOpen = isPaletteOpen();
      if (!isOpen && isPageBehindDialog()) return;
      event.preventDefault();
      if (event.repeat) return;
      if (isOpen) closePalette();
      else openPalette();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      closePalette();
    };
  }, []);

  const choose = (choice: Choice) => {
    chosen.current = choice;
    closePalette();
  };
  const act = () => {
    const choice = chosen.current;
    chosen.current = null;
    if (!choice) return;
    // A moment later, when focus is back where it was: whoever asks before leaving returns it there.
    setTimeout(() => {
      if ("href" in choice) goToPage(choice.href);
      else actionOf(choice.command.id)?.();
    });
  };

  return (
    <Dialog.Root open={offered !== null} onOpenChange={(open) => !open && closePalette()}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClass} />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={returnFocus.onOpenAutoFocus}
          onCloseAutoFocus={(event) => {
            returnFocus.onCloseAutoFocus(event);
            act();
          }}
          className={cn(
            "fixed inset-x-3 top-[max(0.75rem,env(safe-area-inset-top))] z-50 mx-auto max-w-xl sm:top-[12dvh]",
            "animate-appear overflow-hidden rounded-card border border-line bg-raised text-ink shadow-float",
          )}
        >
          <Dialog.Title className="sr-only">{t("open")}</Dialog.Title>
          <PaletteContent commands={offered ?? []} connected={connected} onChoose={choose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Cmd on Apple's keyboards, where Ctrl and K is an editing key; Ctrl elsewhere. */
function opensPalette(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event) || event.altKey || keyOf(event) !== "k") {
    return false;
  }
  return isApple() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}

/** A memory that is opened, by whatever way, counts as recent. */
function useRememberOpened(): void {
  const { view } = useMemoryRoute();
  const id = view.kind === "memory" ? view.id : null;
  useEffect(() => {
    if (id !== null) remember({ kind: "memory", id });
  }, [id]);
}
