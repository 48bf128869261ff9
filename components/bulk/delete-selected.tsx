"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { SELECTION_RANK, useCommand } from "@/components/shortcuts/use-command";
import { useIsTrashOn } from "@/components/trash/use-is-trash-on";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { useSelection } from "@/lib/client/selection/use-selection";
import { TRASH_DAYS } from "@/lib/contract/trash";

/** Deleting more than this asks first, even where it can be undone. */
const MANY = 100;

type DeleteSelectedProps = {
  /** How many of the selected memories are not in the list that is shown. */
  hidden: number;
  onDelete: () => void;
};

/**
 * Deletes what is selected. Asks where it is final, where it is a lot, where some of it is out of
 * sight, and while more is coming.
 */
export function DeleteSelected({ hidden, onDelete }: DeleteSelectedProps) {
  const t = useTranslations("bulk");
  const common = useTranslations("common");
  const { count, isExact } = useSelection();
  const isKept = useIsTrashOn();
  const [isAsking, setAsking] = useState(false);
  const ask = () => {
    if (isKept && isExact && count <= MANY && hidden === 0) onDelete();
    else setAsking(true);
  };
  useCommand("delete", ask, SELECTION_RANK);
  return (
    <>
      <Button
        variant="danger"
        size="sm"
        className="px-2"
        aria-keyshortcuts="# Delete"
        onClick={ask}
      >
        <Trash2 aria-hidden="true" className="@max-[28rem]/bar:hidden" />
        {t("delete")}
      </Button>
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("confirmDelete.title", { count })}
        description={
          <>
            {!isExact && <p>{t("readingFirst", { count })}</p>}
            {hidden > 0 && <p>{t("hidden", { count: hidden })}</p>}
            <p>
              {isKept === true && t("confirmDelete.kept", { count, days: TRASH_DAYS })}
              {isKept === false && t("confirmDelete.final")}
              {isKept === null && t("confirmDelete.unknown")}
            </p>
          </>
        }
        confirmLabel={t("confirmDelete.submit", { count })}
        cancelLabel={common("cancel")}
        pending={!isExact}
        onConfirm={() => {
          setAsking(false);
          onDelete();
        }}
      />
    </>
  );
}
