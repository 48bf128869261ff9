"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { MAX_MERGED } from "@/lib/client/tag-changes/tag-change";
import type { ChangeRequest } from "./change-dialogs";
import { TAGS_HEADING_ID } from "./tags-heading";
import type { TagSelection } from "./use-tag-selection";

type SelectionActionsProps = {
  selection: TagSelection;
  onRequest: (request: ChangeRequest) => void;
};

/** What can be done with the chosen tags; nothing without any. */
export function SelectionActions({ selection, onRequest }: SelectionActionsProps) {
  const t = useTranslations("tagPage");
  const { names } = selection;
  if (names.length === 0) return null;
  const isTooMany = names.length > MAX_MERGED;
  const clear = () => {
    selection.clear();
    // The button that was pressed goes away.
    document.getElementById(TAGS_HEADING_ID)?.focus({ preventScroll: true });
  };
  return (
    <section
      aria-label={t("selection")}
      className="sticky top-0 z-20 -mx-2 mb-1 flex animate-appear flex-wrap items-center gap-x-2 gap-y-1 border-line border-b bg-paper px-2 py-2"
    >
      <p role="status" className="me-auto font-medium text-note">
        {t("chosen", { count: names.length })}
      </p>
      {names.length === 1 && (
        <Button size="sm" onClick={() => onRequest({ kind: "rename", names })}>
          {t("rename")}
        </Button>
      )}
      <Button size="sm" disabled={isTooMany} onClick={() => onRequest({ kind: "merge", names })}>
        {t("merge")}
      </Button>
      <Button
        size="sm"
        variant="danger"
        disabled={isTooMany}
        onClick={() => onRequest({ kind: "remove", names })}
      >
        {t("removeShort")}
      </Button>
      <Button size="sm" variant="quiet" onClick={clear}>
        {t("clear")}
      </Button>
      {isTooMany && (
        <p className="w-full text-note text-warn">{t("tooMany", { max: MAX_MERGED })}</p>
      )}
    </section>
  );
}
