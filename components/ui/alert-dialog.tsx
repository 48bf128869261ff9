"use client";

import { AlertDialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { cn } from "./cn";
import { overlayClass, panelClass } from "./dialog";
import { useReturnFocusOnClose } from "./use-return-focus-on-close";

interface AlertDialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: string;
  /** What it means for the person's memories, and whether it can be undone. */
  description: ReactNode;
  /** A verb. */
  confirmLabel: string;
  cancelLabel?: string;
  onConfirm: () => void;
  /** False while something is still wanted before it may be confirmed. */
  canConfirm?: boolean;
  tone?: "danger" | "primary";
  /** While the confirmed act is under way; the dialog stays open until `open` says otherwise. */
  pending?: boolean;
  /** Why it failed, or what is wanted first, shown inside. */
  error?: ReactNode;
}

/** A question before something that cannot be taken back. Focus starts on the way out. */
export function AlertDialog({
  trigger,
  title,
  description,
  confirmLabel,
  cancelLabel,
  onConfirm,
  canConfirm = true,
  tone = "danger",
  pending = false,
  error,
  ...state
}: AlertDialogProps) {
  const t = useTranslations("common");
  const returnFocus = useReturnFocusOnClose();
  const staysOpen = state.open !== undefined;
  return (
    <Radix.Root {...state}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content {...returnFocus} className={cn(panelClass)}>
          <Radix.Title className="text-section-title">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="mt-2 grid gap-2 text-ink-2 text-ui">{description}</div>
          </Radix.Description>
          <div className="mt-4 empty:hidden">{error}</div>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button variant="quiet">{cancelLabel ?? t("cancel")}</Button>
            </Radix.Cancel>
            <Radix.Action
              asChild
              onClick={(event) => {
                if (staysOpen) event.preventDefault();
                if (!pending && canConfirm) onConfirm();
              }}
            >
              <Button
                variant={tone === "danger" ? "danger-solid" : "primary"}
                pending={pending}
                disabled={!canConfirm}
              >
                {confirmLabel}
              </Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
