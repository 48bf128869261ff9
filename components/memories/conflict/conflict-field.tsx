"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { ChangeView } from "@/components/memories/difference/change-view";
import { fieldChange } from "@/components/memories/difference/memory-changes";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import type { MemoryForm } from "@/lib/contract/memory";
import { useValidationText } from "@/lib/i18n/validation-text";
import { MergeEditor } from "./merge-editor";
import type { FieldName, Sides } from "./merge-start";
import { Option } from "./option";
import { isMergeable, mergeOf, type Take } from "./sides";

type ConflictFieldProps = {
  field: FieldName;
  sides: Sides;
  take: Take | null;
  onTake: (take: Take) => void;
  /** What was put together so far. */
  merged: MemoryForm[FieldName];
  onMerge: (merged: Partial<MemoryForm>) => void;
  /** The newer version changed here again after the person had chosen. */
  isChangedAgain: boolean;
  /** What lies in Memoram cannot be read. */
  isUnreadable: boolean;
  error: string | undefined;
};

/** One field in which two versions differ: both, what they come from, and the choice. */
export function ConflictField(props: ConflictFieldProps) {
  const { field, sides, take, onTake, merged, onMerge, isChangedAgain, isUnreadable, error } =
    props;
  const t = useTranslations();
  const inWords = useValidationText();
  const id = useId();
  const option = (which: Take) => ({
    group: id,
    isChosen: take === which,
    onChoose: () => onTake(which),
    describedById: `${id}-${which}`,
  });
  const { base, mine, theirs } = sides;
  const { state, needsChoice } = mergeOf(sides)[field];
  const oneOf = state === "mine" ? "mine" : "theirs";
  const whoChanged = state === "both" ? (needsChoice ? "both" : "together") : oneOf;
  return (
    <div
      data-conflict={field}
      role="radiogroup"
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-who`}
      className="min-w-0 border-line border-t pt-5"
    >
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <h2 id={`${id}-name`} className="text-list-title">
          {t(`common.${field}`)}
        </h2>
        <p
          id={`${id}-who`}
          className={cn(
            "text-small",
            take === null || isChangedAgain ? "font-medium text-warn" : "text-ink-3",
          )}
        >
          {isChangedAgain ? t("conflict.changedAgain") : t(`conflict.who.${whoChanged}`)}
        </p>
      </div>
      <div className="grid gap-3 @md/conflict:grid-cols-2">
        <Option label={t("conflict.mine")} {...option("mine")}>
          <ChangeView change={fieldChange(field, base, mine)} />
          {isUnreadable && <p className="mt-2 text-ink-2">{t("conflict.replacesUnreadable")}</p>}
        </Option>
        <Option label={t("conflict.theirs")} {...option("theirs")}>
          {isUnreadable ? (
            <p className="text-ink-2">{t("conflict.theirsUnreadable")}</p>
          ) : (
            <ChangeView change={fieldChange(field, base, theirs)} />
          )}
        </Option>
        {isMergeable(field) && !isUnreadable && (
          <Option
            label={t("conflict.merged")}
            {...option("merged")}
            className="@md/conflict:col-span-2"
          >
            {take === "merged" ? (
              <MergeEditor
                field={field}
                sides={sides}
                merged={merged}
                onMerge={onMerge}
                error={error}
              />
            ) : (
              <p className="text-ink-3">{t("conflict.mergedHint")}</p>
            )}
          </Option>
        )}
      </div>
      {error !== undefined && take === "mine" && (
        <Notice tone="danger" role="alert" className="mt-3" title={inWords(error)} />
      )}
      <details className="mt-3 text-note">
        <summary className="touch-target w-fit cursor-pointer content-center text-ink-2 text-small hover:text-ink">
          {t("conflict.base")}
        </summary>
        <div className="mt-2 rounded-card border border-line px-3 py-2.5">
          <ChangeView change={fieldChange(field, base, base)} />
        </div>
      </details>
    </div>
  );
}
