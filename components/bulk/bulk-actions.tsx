"use client";

import { SignalHigh, Tag, Tags } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { SELECTION_RANK, useCommand } from "@/components/shortcuts/use-command";
import type { BulkAction } from "@/lib/client/bulk/job";
import { useSelection } from "@/lib/client/selection/use-selection";
import { AddTags } from "./add-tags";
import { BulkPopover } from "./bulk-popover";
import { DeleteSelected } from "./delete-selected";
import { RemoveTags } from "./remove-tags";
import { SetImportance } from "./set-importance";
import { useStartJob } from "./use-start-job";

type Opened = "add" | "remove" | "importance" | null;

type BulkActionsProps = {
  /** How many of the selected memories are not in the list that is shown. */
  hidden: number;
};

/** What can be done to everything that is selected. Each says to how many before it begins. */
export function BulkActions({ hidden }: BulkActionsProps) {
  const t = useTranslations("bulk");
  const { count, isExact } = useSelection();
  const startJob = useStartJob();
  const [opened, setOpened] = useState<Opened>(null);
  useCommand("tags", () => setOpened("add"), SELECTION_RANK);
  const start = (action: BulkAction) => {
    setOpened(null);
    void startJob(action);
  };
  const popover = (which: Exclude<Opened, null>) => ({
    title: t(`${which}.title`, { count }),
    open: opened === which,
    onOpenChange: (open: boolean) => setOpened(open ? which : null),
  });
  const note = isExact ? null : (
    <p className="text-ink-2 text-note">{t("readingFirst", { count })}</p>
  );
  return (
    <div className="flex flex-wrap gap-1.5">
      <BulkPopover {...popover("add")} icon={<Tags />} label={t("addTags")} shortcut="t">
        {note}
        <AddTags
          count={count}
          isReady={isExact}
          onSubmit={(tags) => start({ kind: "addTags", tags })}
        />
      </BulkPopover>
      <BulkPopover {...popover("remove")} icon={<Tag />} label={t("removeTags")}>
        {note}
        <RemoveTags isReady={isExact} onSubmit={(tags) => start({ kind: "removeTags", tags })} />
      </BulkPopover>
      <BulkPopover {...popover("importance")} icon={<SignalHigh />} label={t("setImportance")}>
        {note}
        <SetImportance
          count={count}
          isReady={isExact}
          onSubmit={(importance) => start({ kind: "setImportance", importance })}
        />
      </BulkPopover>
      <DeleteSelected hidden={hidden} onDelete={() => start({ kind: "delete" })} />
    </div>
  );
}
