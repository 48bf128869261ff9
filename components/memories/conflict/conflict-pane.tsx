"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { FormBar } from "@/components/memories/form/form-bar";
import { useFormKeys } from "@/components/memories/form/use-form-keys";
import { useDocumentTitle } from "@/components/memories/use-document-title";
import { PANE_HEADING_ID } from "@/components/memories/use-return-focus";
import { ConflictField } from "./conflict-field";
import { withMerged, withTake } from "./decide";
import type { FieldName, Sides } from "./merge-start";
import { conflictFields, type Decisions, mergedValue, takeOf, undecidedFields } from "./sides";

type ConflictPaneProps = {
  /** The memory's title, to know which one this is about. */
  name: string;
  sides: Sides;
  decisions: Decisions;
  onDecide: (decisions: Decisions) => void;
  /** The fields in which the newer version changed after the person had chosen. */
  again: readonly FieldName[];
  /** The newer version's content cannot be read. */
  isUnreadable: boolean;
  errors: Partial<Record<FieldName, string>>;
  notice: ReactNode;
  isSaving: boolean;
  onSave: () => void;
  onCancel: () => void;
};

/** Two versions of one memory, field by field, and the choice between them. */
export function ConflictPane(props: ConflictPaneProps) {
  const { name, sides, decisions, onDecide, again, errors, notice, isSaving } = props;
  const t = useTranslations();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const fields = conflictFields(sides);
  const undecided = undecidedFields(sides, decisions);
  useDocumentTitle(t("conflict.heading"));
  useEffect(() => heading.current?.focus(), []);

  const save = () => {
    if (isSaving) return;
    const [first] = undecided;
    if (first === undefined) return props.onSave();
    form.current?.querySelector<HTMLElement>(`[data-conflict="${first}"] input`)?.focus();
  };
  const keys = useFormKeys({ submit: save, cancel: () => !isSaving && props.onCancel() });

  return (
    <form
      ref={form}
      noValidate
      aria-labelledby={PANE_HEADING_ID}
      className="flex h-full min-h-0 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      {...keys}
    >
      <FormBar
        heading={t("conflict.heading")}
        headingRef={heading}
        state={t("conflict.left", { count: undecided.length })}
        preview={null}
        onCancel={props.onCancel}
        isSaving={isSaving}
        saveNote={
          undecided.length > 0 && (
            <span className="font-normal @max-md/toolbar:sr-only">
              {t("conflict.toChoose", { count: undecided.length })}
            </span>
          )
        }
      />
      {notice}
      <div className="min-h-0 grow overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]">
        <div className="@container/conflict mx-auto grid w-full max-w-[60rem] gap-6 px-[18px] pt-6 pb-16 md:px-8 md:pt-8">
          <div className="grid gap-2">
            <p dir="auto" className="break-words text-section-title">
              {name}
            </p>
            <p className="max-w-[60ch] text-ink-2">{t("conflict.lead")}</p>
          </div>
          {fields.map((field) => (
            <ConflictField
              key={field}
              field={field}
              sides={sides}
              take={takeOf(sides, decisions, field)}
              onTake={(take) => onDecide(withTake(sides, decisions, field, take))}
              merged={mergedValue(sides, decisions, field)}
              onMerge={(merged) => onDecide(withMerged(decisions, field, merged))}
              isChangedAgain={again.includes(field)}
              isUnreadable={field === "content" && props.isUnreadable}
              error={errors[field]}
            />
          ))}
        </div>
      </div>
    </form>
  );
}
