"use client";

import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Markdown } from "@/components/memories/markdown/markdown";
import type { MemoryForm } from "@/lib/contract/memory";
import { InlineText } from "./inline-text";

type ContentFieldProps = {
  /** Shown as it will be read; what was typed, and where, is kept meanwhile. */
  isPreview: boolean;
  hintId: string;
};

/** The text in Markdown, written in the column and the face that it is read in. */
export function ContentField({ isPreview, hintId }: ContentFieldProps) {
  const t = useTranslations();
  return (
    <>
      <InlineText
        name="content"
        label={t("common.content")}
        placeholder={t("form.placeholder.content")}
        hintId={hintId}
        hidden={isPreview}
        face="max-w-[calc(64ch+1.25rem)] text-memory pointer-coarse:text-memory min-h-[calc(4lh+8px)]"
      />
      {isPreview && <Preview />}
    </>
  );
}

function Preview() {
  const t = useTranslations("form");
  const text = useWatch<MemoryForm, "content">({ name: "content" });
  return (
    <section aria-label={t("preview")} className="min-w-0">
      {text.trim() ? <Markdown text={text} /> : <p className="text-ink-3">{t("nothingToShow")}</p>}
    </section>
  );
}
