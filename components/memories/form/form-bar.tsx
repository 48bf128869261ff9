"use client";

import { Eye } from "lucide-react";
import { type ReactNode, type RefObject, useId } from "react";
import { useTranslations } from "use-intl";
import { PaneToolbar } from "@/components/memories/pane/pane-toolbar";
import { ToolbarButton } from "@/components/memories/pane/toolbar-button";
import { PANE_HEADING_ID } from "@/components/memories/use-return-focus";
import { Button } from "@/components/ui/button";

type FormBarProps = {
  heading: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** In words: whether anything typed is saved yet. */
  state: ReactNode;
  preview: { isOn: boolean; onToggle: () => void } | null;
  onCancel: () => void;
  isSaving: boolean;
  /** What stands in the way of saving, beside the word. */
  saveNote?: ReactNode;
};

/** The toolbar while somebody writes: always in sight, and as high as the one they came from. */
export function FormBar(props: FormBarProps) {
  const { heading, headingRef, state, preview, onCancel, isSaving, saveNote } = props;
  const t = useTranslations();
  const stateId = useId();
  return (
    <PaneToolbar>
      <div className="min-w-0 ps-2">
        <h1
          ref={headingRef}
          id={PANE_HEADING_ID}
          tabIndex={-1}
          className="truncate font-medium text-step outline-none"
        >
          {heading}
        </h1>
        <p role="status" id={stateId} className="truncate text-ink-3 text-micro empty:hidden">
          {state}
        </p>
      </div>
      <div className="ms-auto flex items-center gap-1 md:gap-2">
        {preview && (
          <ToolbarButton
            icon={<Eye aria-hidden="true" />}
            label={t("form.preview")}
            aria-pressed={preview.isOn}
            onClick={preview.onToggle}
            className="aria-pressed:bg-accent-soft aria-pressed:text-ink"
          />
        )}
        <Button variant="quiet" onClick={onCancel} disabled={isSaving} className="max-md:px-2.5">
          {t("common.cancel")}
        </Button>
        <Button
          type="submit"
          variant="primary"
          pending={isSaving}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          aria-describedby={stateId}
        >
          {t("common.save")}
          {saveNote}
        </Button>
      </div>
    </PaneToolbar>
  );
}
