"use client";

import { type FormEvent, useId, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { useCollection, useCounts } from "@/lib/client/collection/use-collection";
import { planChange, targetProblem } from "@/lib/client/tag-changes/tag-change";
import { useTagChanges } from "@/lib/client/tag-changes/use-tag-changes";
import type { ChangeKind } from "./change-dialogs";
import { ChangePreview } from "./change-preview";
import { ReadingFirst } from "./reading-first";
import { StartProblem } from "./start-problem";
import { TagNames } from "./tag-names";
import { TargetField } from "./target-field";
import { useBusyTags } from "./use-busy-tags";
import { useStart } from "./use-start";

type RenameDialogProps = {
  kind: Exclude<ChangeKind, "remove">;
  names: readonly string[];
  onClose: (isStarted: boolean) => void;
};

/**
 * Gives tags another name, a new one or that of another tag, and shows beforehand what will become
 * of which memories.
 */
export function RenameDialog({ kind, names, onClose }: RenameDialogProps) {
  const t = useTranslations("tagPage");
  const common = useTranslations("common");
  const formId = useId();
  const changes = useTagChanges();
  const { memories, completedAt } = useCollection();
  const { tags: counts } = useCounts();
  const start = useStart(onClose);
  const [typed, setTyped] = useState(() => firstTarget(kind, names, counts));
  const [isAsked, setAsked] = useState(false);
  const to = typed.trim();
  const problem = targetProblem(to, names);
  const busy = useBusyTags().find((name) => name === to || names.includes(name));
  const plan = useMemo(
    () => (problem ? null : planChange(memories, { from: names, to })),
    [problem, memories, names, to],
  );
  const isReady = completedAt !== null && busy === undefined && plan !== null;
  const joins = names.includes(to) ? undefined : counts.get(to)?.count;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Of a form within a dialog: nothing around it is to be sent.
    event.stopPropagation();
    setAsked(true);
    if (!isReady) return;
    const from = names.filter((name) => name !== to);
    start.run(() => changes.begin({ from, to }));
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !start.isPending && onClose(false)}
      title={t(kind === "rename" ? "renameTitle" : "mergeTitle", { count: names.length })}
      description={<TagNames names={names} />}
      className="max-w-xl"
      actions={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            pending={start.isPending}
            disabled={completedAt === null || busy !== undefined}
          >
            {plan
              ? t(kind === "rename" ? "renameNow" : "mergeNow", { count: plan.affected.length })
              : t(kind === "rename" ? "rename" : "merge")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Field
          label={t(kind === "rename" ? "newName" : "mergeInto")}
          hint={joins ? t("joins", { name: to, count: joins }) : t("targetHint")}
          error={problem && (isAsked || problem.kind === "refused") ? textOf(problem) : undefined}
        >
          <TargetField
            value={typed}
            onChange={setTyped}
            without={names.length === 1 ? names : []}
            isNewName={kind === "rename"}
          />
        </Field>
        {busy !== undefined && (
          <p role="alert" className="text-ui text-warn">
            {t.rich("busy", { name: () => <bdi>{busy}</bdi> })}
          </p>
        )}
        <ReadingFirst />
        {plan && <ChangePreview plan={plan} from={names} to={to} isExact={completedAt !== null} />}
        <StartProblem error={start.error} />
      </form>
    </Dialog>
  );

  function textOf(why: NonNullable<typeof problem>): string {
    return why.kind === "refused" ? why.sentence : t(`problems.${why.kind}`);
  }
}

/** A rename begins with the name as it is; a merge with the most used of the tags. */
function firstTarget(
  kind: RenameDialogProps["kind"],
  names: readonly string[],
  counts: ReadonlyMap<string, { count: number }>,
): string {
  const [first = ""] = names;
  if (kind === "rename") return first;
  if (names.length === 1) return "";
  const countOf = (name: string) => counts.get(name)?.count ?? 0;
  return names.reduce((most, name) => (countOf(name) > countOf(most) ? name : most), first);
}
