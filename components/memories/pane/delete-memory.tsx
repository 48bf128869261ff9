"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { requestDeletion } from "@/components/trash/deletion-requests";
import type { MemoryVersion } from "@/lib/client/memories";
import { ToolbarButton } from "./toolbar-button";

/** Deletes the memory that is read; undone from the toast, or asked about first (`DeletionHost`). */
export function DeleteMemory({ version }: { version: MemoryVersion }) {
  const t = useTranslations("common");
  return (
    <ToolbarButton
      variant="danger"
      icon={<Trash2 aria-hidden="true" />}
      label={t("delete")}
      aria-keyshortcuts="# Delete"
      onClick={() => requestDeletion(version)}
    />
  );
}
