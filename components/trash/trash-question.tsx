"use client";

import { useTranslations } from "use-intl";
import { titleOf } from "@/components/memories/memory-text";
import { AlertDialog } from "@/components/ui/alert-dialog";
import type { TrashItem } from "@/lib/contract/trash";

/** What is to be erased for good; nothing of it can be taken back, so each asks. */
export type Erasure =
  | { kind: "one"; item: TrashItem }
  | { kind: "selected"; count: number }
  | { kind: "all"; count: number };

type TrashQuestionProps = {
  /** Null: closed. */
  erasure: Erasure | null;
  onClose: () => void;
  onConfirm: (erasure: Erasure) => void;
};

export function TrashQuestion({ erasure, onClose, onConfirm }: TrashQuestionProps) {
  const words = useWords(erasure);
  const common = useTranslations("common");
  if (erasure === null || words === null) return null;
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      description={<p>{words.text}</p>}
      confirmLabel={words.submit}
      cancelLabel={common("cancel")}
      onConfirm={() => {
        onClose();
        onConfirm(erasure);
      }}
    />
  );
}

function useWords(erasure: Erasure | null) {
  const t = useTranslations("trash");
  const common = useTranslations("common");
  switch (erasure?.kind) {
    case undefined:
      return null;
    case "one": {
      const name = titleOf(erasure.item.memory, common);
      const text = t.rich("confirmOne.text", {
        title: () => <bdi className="font-medium text-ink">{name}</bdi>,
      });
      return { title: t("confirmOne.title"), text, submit: t("deleteForEver") };
    }
    case "selected": {
      const { count } = erasure;
      return {
        title: t("confirmMany.title", { count }),
        text: t("confirmMany.text"),
        submit: t("confirmMany.submit", { count }),
      };
    }
    case "all": {
      const { count } = erasure;
      return {
        title: t("confirmEmpty.title"),
        text: t("confirmEmpty.text", { count }),
        submit: t("confirmEmpty.submit"),
      };
    }
  }
}
