"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { FormProvider, type UseFormReturn } from "react-hook-form";
import { useTranslations } from "use-intl";
import { KeptSince } from "@/components/memories/pane/kept-since";
import { MemoryColumn, paneText } from "@/components/memories/pane/memory-column";
import { MetaRow } from "@/components/memories/pane/meta-row";
import { PaneScroll } from "@/components/memories/pane/pane-scroll";
import { useDocumentTitle } from "@/components/memories/use-document-title";
import { PANE_HEADING_ID } from "@/components/memories/use-return-focus";
import { SlowNotice } from "@/components/states/slow-notice";
import type { Memory, MemoryForm as Values } from "@/lib/contract/memory";
import { ContentField } from "./content-field";
import { focusFirst } from "./focus-first";
import { FormBar } from "./form-bar";
import type { FormContext } from "./form-resolver";
import { InlineText } from "./inline-text";
import { LevelField } from "./level-field";
import { SourceField } from "./source-field";
import { TagsField } from "./tags-field";
import { UnreadableContentField } from "./unreadable-content-field";
import { useFormKeys } from "./use-form-keys";

type MemoryFormProps = {
  /** What is edited; null for a new memory. */
  memory: Memory | null;
  form: UseFormReturn<Values, FormContext>;
  onSave: (values: Values) => Promise<void>;
  onCancel: () => void;
  /** In words: whether anything typed is saved yet. */
  state: ReactNode;
  /** What the person has to know before they go on, above the fields. */
  notice: ReactNode;
  /** For content that cannot be read: whether it is to be replaced. */
  replacing?: { isOn: boolean; onChange: (isOn: boolean) => void };
};

/** The fields of a memory, each where it is read. Ctrl or Cmd with Enter saves, Escape cancels. */
export function MemoryForm(props: MemoryFormProps) {
  const { memory, form, onSave, onCancel, state, notice, replacing } = props;
  const t = useTranslations();
  const formRef = useRef<HTMLFormElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const [isPreview, setPreview] = useState(false);
  const hintId = useId();
  const { isSubmitting } = form.formState;
  const submit = () => {
    if (!isSubmitting) void form.handleSubmit(onSave)();
  };
  const keys = useFormKeys({ submit, cancel: () => !isSubmitting && onCancel() });
  const heading = memory ? t("form.editHeading") : t("common.newMemory");
  const isWritten = replacing === undefined || replacing.isOn;
  useDocumentTitle(heading);

  const id = memory?.id ?? null;
  useEffect(() => {
    if (formRef.current) focusFirst(formRef.current, headingRef.current, id);
  }, [id]);

  const { content: contentError } = form.formState.errors;
  useEffect(() => {
    // What has to be mended must be in sight.
    if (contentError) setPreview(false);
  }, [contentError]);

  const content = <ContentField isPreview={isPreview} hintId={hintId} />;
  return (
    <FormProvider {...form}>
      <form
        ref={formRef}
        noValidate
        aria-labelledby={PANE_HEADING_ID}
        className="flex h-full min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        {...keys}
      >
        <FormBar
          heading={heading}
          headingRef={headingRef}
          state={state}
          preview={
            isWritten ? { isOn: isPreview, onToggle: () => setPreview((isOn) => !isOn) } : null
          }
          onCancel={onCancel}
          isSaving={isSubmitting}
        />
        {notice}
        <SlowNotice isWaiting={isSubmitting} kind="slowSaving" className="px-[18px] pt-3 md:px-8" />
        <PaneScroll>
          <div className={paneText}>
            <MemoryColumn
              isForm
              title={
                <InlineText
                  name="title"
                  label={t("common.title")}
                  placeholder={t("form.placeholder.title")}
                  hintId={hintId}
                  face="text-page-title text-wrap pointer-coarse:text-page-title pointer-coarse:-my-1 pointer-coarse:py-[3px]"
                  onEnter={() => form.setFocus("summary")}
                />
              }
              summary={
                <InlineText
                  name="summary"
                  label={t("common.summary")}
                  placeholder={t("form.placeholder.summary")}
                  hintId={hintId}
                  face="text-ink-2 text-summary pointer-coarse:text-summary"
                />
              }
              content={
                replacing ? (
                  <UnreadableContentField replaces={replacing.isOn} onReplace={replacing.onChange}>
                    {content}
                  </UnreadableContentField>
                ) : (
                  content
                )
              }
              meta={
                <>
                  <TagsField />
                  <LevelField name="importance" />
                  <LevelField name="confidence" />
                  <SourceField />
                  {memory && (
                    <MetaRow term={t("pane.keptSince")}>
                      <KeptSince memory={memory} />
                    </MetaRow>
                  )}
                  <MetaRow term={t("pane.stored.term")}>
                    <p id={hintId} className="max-w-[56ch] text-ink-2">
                      {t("form.storedHint")}
                    </p>
                  </MetaRow>
                </>
              }
            />
          </div>
        </PaneScroll>
      </form>
    </FormProvider>
  );
}
