"use client";

import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";

type UnreadableContentFieldProps = {
  replaces: boolean;
  onReplace: (replaces: boolean) => void;
  /** The field for what takes its place. */
  children: ReactNode;
};

/** Nothing is overwritten that could not be read, unless the person says so here. */
export function UnreadableContentField({
  replaces,
  onReplace,
  children,
}: UnreadableContentFieldProps) {
  const id = useId();
  const t = useTranslations("form.unreadable");
  return (
    <div className="grid gap-4">
      <Notice tone="warn" title={t("title")}>
        <p>{t("why")}</p>
        <label
          htmlFor={id}
          className="mt-1.5 flex items-center gap-2.5 text-ink pointer-coarse:min-h-11"
        >
          <input
            id={id}
            type="checkbox"
            checked={replaces}
            onChange={(event) => onReplace(event.target.checked)}
            className="size-4 shrink-0 accent-accent"
          />
          {t("replace")}
        </label>
        {replaces && <p>{t("gone")}</p>}
      </Notice>
      {replaces && children}
    </div>
  );
}
