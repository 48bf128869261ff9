"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useCollection } from "@/lib/client/collection/use-collection";
import { planChange } from "@/lib/client/tag-changes/tag-change";
import { useTagChanges } from "@/lib/client/tag-changes/use-tag-changes";
import { ChangePreview } from "./change-preview";
import { ReadingFirst } from "./reading-first";
import { StartProblem } from "./start-problem";
import { TagNames } from "./tag-names";
import { useBusyTags } from "./use-busy-tags";
import { useStart } from "./use-start";

type RemoveDialogProps = { names: readonly string[]; onClose: (isStarted: boolean) => void };

/** Takes tags off every memory that carries them. The memories stay. */
export function RemoveDialog({ names, onClose }: RemoveDialogProps) {
  const t = useTranslations("tagPage");
  const common = useTranslations("common");
  const changes = useTagChanges();
  const { memories, completedAt } = useCollection();
  const start = useStart(onClose);
  const busy = useBusyTags().find((name) => names.includes(name));
  const plan = useMemo(() => planChange(memories, { from: names, to: null }), [memories, names]);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !start.isPending && onClose(false)}
      title={t("removeTitle", { count: names.length })}
      description={<TagNames names={names} />}
      className="max-w-xl"
      actions={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button
            variant="danger-solid"
            pending={start.isPending}
            disabled={completedAt === null || busy !== undefined}
            onClick={() => start.run(() => changes.begin({ from: [...names], to: null }))}
          >
            {t("removeNow", { count: plan.affected.length })}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <p className="text-ink-2 text-ui">{t("removeMeans", { count: names.length })}</p>
        {busy !== undefined && (
          <p role="alert" className="text-ui text-warn">
            {t.rich("busy", { name: () => <bdi>{busy}</bdi> })}
          </p>
        )}
        <ReadingFirst />
        <ChangePreview plan={plan} from={names} to={null} isExact={completedAt !== null} />
        <StartProblem error={start.error} />
      </div>
    </Dialog>
  );
}
