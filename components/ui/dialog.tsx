"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn";
import { useReturnFocusOnClose } from "./use-return-focus-on-close";

export const overlayClass = "fixed inset-0 z-40 bg-scrim animate-appear";
export const panelClass = cn(
  "fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2",
  "overflow-y-auto rounded-card border border-line bg-raised p-5 text-ink shadow-float outline-none",
);

interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The element that opens it; leave out where `open` is steered from outside. */
  trigger?: ReactNode;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end, the main one last. */
  actions?: ReactNode;
  /** Focus starts at the first control, unless what is to be read comes before it: at the panel. */
  startsAt?: "control" | "panel";
  className?: string;
}

/** A dialog over the page: keeps focus, closes with Escape, gives focus back. */
export function Dialog({
  trigger,
  title,
  description,
  children,
  actions,
  startsAt = "control",
  className,
  ...state
}: DialogProps) {
  const t = useTranslations("common");
  const returnFocus = useReturnFocusOnClose();
  return (
    <Radix.Root {...state}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content
          {...returnFocus}
          className={cn(panelClass, className)}
          onOpenAutoFocus={(event) => {
            returnFocus.onOpenAutoFocus();
            if (startsAt === "control" || !(event.currentTarget instanceof HTMLElement)) return;
            event.preventDefault();
            event.currentTarget.focus();
          }}
          // The first Escape closes what hangs open from a field, the next one the dialog.
          onEscapeKeyDown={(event) => isListOpenAt(event.target) && event.preventDefault()}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
        >
          <Radix.Title className="pe-10 text-section-title">{title}</Radix.Title>
          {description !== undefined && (
            <Radix.Description asChild>
              <div className="mt-1.5 text-ink-2 text-ui">{description}</div>
            </Radix.Description>
          )}
          {children !== undefined && <div className="mt-4">{children}</div>}
          {actions !== undefined && (
            // In sight also where the panel is longer than the screen.
            <div className="sticky -bottom-5 -mx-5 mt-2 -mb-5 flex flex-wrap justify-end gap-2 bg-raised px-5 pt-3 pb-5">
              {actions}
            </div>
          )}
          {/* Last, so that focus starts at what the dialog is for. */}
          <Radix.Close
            aria-label={t("close")}
            className="touch-target absolute end-3.5 top-3.5 grid size-8 place-items-center rounded-small text-ink-2 transition-colors hover:bg-hover hover:text-ink"
          >
            <X aria-hidden="true" className="size-4" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const isListOpenAt = (target: EventTarget | null) =>
  target instanceof Element && target.matches("[role=combobox][aria-expanded=true]");

/** Closes the dialog around it; wraps one button. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
