"use client";

import { AlertDialog as Radix } from "radix-ui";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { overlayClass, panelClass } from "@/components/ui/dialog";

type LeaveDialogProps = {
  open: boolean;
  /** The way out ends the session, and drafts with it. */
  endsSession: boolean;
  onStay: () => void;
  onKeep: () => void;
  onDiscard: () => void;
};

/** What is to become of words that are not saved: three answers, the safe one first in line. */
export function LeaveDialog({ open, endsSession, onStay, onKeep, onDiscard }: LeaveDialogProps) {
  const t = useTranslations("form.leave");
  return (
    <Radix.Root open={open} onOpenChange={(isOpen) => !isOpen && onStay()}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content className={cn(panelClass)}>
          <Radix.Title className="text-section-title">{t("title")}</Radix.Title>
          <Radix.Description className="mt-2 text-ink-2 text-ui">
            {endsSession ? t("endsSession") : t("why")}
          </Radix.Description>
          <div className="mt-5 grid gap-2 sm:flex sm:flex-wrap sm:justify-end">
            <Radix.Cancel asChild>
              <Button variant={endsSession ? "primary" : "quiet"}>{t("stay")}</Button>
            </Radix.Cancel>
            <Button variant="danger" onClick={onDiscard}>
              {t("discard")}
            </Button>
            {!endsSession && (
              <Button variant="primary" onClick={onKeep}>
                {t("keep")}
              </Button>
            )}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
