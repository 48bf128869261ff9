"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useShortcut } from "@/components/shortcuts/single-keys";
import { useCommand } from "@/components/shortcuts/use-command";
import { Spinner } from "@/components/ui/spinner";
import { toastButtonClass } from "@/components/ui/toaster";
import { hasUnsavedWork } from "@/lib/client/unsaved-work";
import { useOpenMemory } from "./use-open-memory";
import { useRestoreWithWords } from "./use-restore-with-words";
import { useUndoWindow } from "./use-undo-window";

type UndoToastProps = { toastId: string | number; id: string; title: string };

/** "Memory deleted", with ten seconds to take it back. */
export function UndoToast({ toastId, id, title }: UndoToastProps) {
  const t = useTranslations("trash");
  const [isUndoing, setUndoing] = useState(false);
  const restore = useRestoreWithWords();
  const openMemory = useOpenMemory();
  const close = () => toast.dismiss(toastId);
  const { holdProps } = useUndoWindow(!isUndoing, close);
  const undo = async () => {
    if (isUndoing) return;
    setUndoing(true);
    const restored = await restore({ id, title });
    close();
    // Nobody is taken away from words that are not saved.
    if (restored && !hasUnsavedWork()) openMemory(restored.id);
  };
  useCommand("undo", () => void undo());
  return (
    <div {...holdProps} className="flex w-full items-center gap-3.5">
      <span>{t(isUndoing ? "undoing" : "memoryDeleted")}</span>
      <span className="sr-only">{isUndoing ? "" : t("undoHint")}</span>
      <button
        type="button"
        {...useShortcut("u")}
        aria-disabled={isUndoing}
        onClick={() => void undo()}
        className={toastButtonClass}
      >
        {isUndoing ? <Spinner className="mx-3" /> : t("undo")}
      </button>
    </div>
  );
}
