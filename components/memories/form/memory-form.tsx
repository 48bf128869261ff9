"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { FormProvider, type UseFormReturn } from "react-hook-form";
import { paneText } from "@/components/memories/pane/pane-text";
import { PaneToolbar } from "@/components/memories/pane/pane-toolbar";
import { useDocumentTitle } from "@/components/memories/use-document-title";
import { PANE_HEADING_ID } from "@/components/memories/use-return-focus";
import { Button } from "@/components/ui/button";
import type { MemoryForm as Values } from "@/lib/contract/memory";
import { limits } from "@/lib/contract/memory";
import type { FormContext } from "./form-resolver";
import { LevelField } from "./level-field";
import { TagsField } from "./tags-field";
import { TextField } from "./text-field";

type MemoryFormProps = {
  heading: string;
  form: UseFormReturn<Values, FormContext>;
  onSave: (values: Values) => Promise<void>;
  onCancel: () => void;
  /** What went wrong with the last attempt, above the fields. */
  notice: ReactNode;
  /** The content's field, or what stands in its place. */
  content: ReactNode;
};

/** The fields of a memory. Ctrl or Cmd with Enter saves, Escape cancels. */
export function MemoryForm({ heading, form, onSave, onCancel, notice, content }: MemoryFormProps) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  const { isSubmitting } = form.formState;
  const { setFocus } = form;
  const submit = form.handleSubmit(onSave);
  useDocumentTitle(heading);

  useEffect(() => {
    // On a touch screen the keyboard would jump over half of the form.
    if (window.matchMedia("(pointer: fine)").matches) setFocus("title");
    else headingRef.current?.focus();
  }, [setFocus]);

  /** On the way down: whatever a field makes of Enter, with Ctrl or Cmd it means the form. */
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isSubmitting) void submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (!isSubmitting) onCancel();
  };

  return (
    <FormProvider {...form}>
      <form
        noValidate
        aria-labelledby={PANE_HEADING_ID}
        className="flex h-full min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSubmitting) void submit();
        }}
        onKeyDownCapture={onKeyDownCapture}
        onKeyDown={onKeyDown}
      >
        <PaneToolbar>
          <h1
            ref={headingRef}
            id={PANE_HEADING_ID}
            tabIndex={-1}
            className="ps-2 font-medium text-step outline-none"
          >
            {heading}
          </h1>
          <div className="ms-auto flex items-center gap-2">
            <Button variant="quiet" onClick={onCancel} disabled={isSubmitting}>
              Cancel
            </Button>
            <Button type="submit" variant="primary" pending={isSubmitting}>
              Save
            </Button>
          </div>
        </PaneToolbar>
        <div className="min-h-0 grow overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]">
          <div className={`${paneText} @container/form grid gap-5`}>
            {notice}
            <TextField
              name="title"
              label="Title"
              limit={limits.title}
              className="h-11 text-list-title pointer-coarse:text-list-title"
            />
            <TextField
              name="summary"
              label="Summary"
              limit={limits.summary}
              rows={2}
              hint="Title and summary are stored unencrypted: Memoram’s search reads them."
            />
            {content}
            <TagsField />
            <div className="grid gap-5 @md/form:grid-cols-2 @md/form:gap-8">
              <LevelField name="importance" label="Importance" />
              <LevelField name="confidence" label="Confidence" />
            </div>
            <TextField
              name="source"
              label="Source"
              limit={limits.source}
              hint="Where this comes from: a tool, a conversation, yourself."
            />
          </div>
        </div>
      </form>
    </FormProvider>
  );
}
