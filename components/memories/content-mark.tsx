"use client";

import { FileLock, LockOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ContentState } from "@/lib/contract/memory";

/** Says of a memory's content what is not as it should be; nothing where all is well. */
export function ContentMark({ state }: { state: ContentState }) {
  const t = useTranslations("common");
  if (state === "decrypted") return null;
  const [Icon, text] =
    state === "undecryptable"
      ? ([FileLock, "unreadable"] as const)
      : ([LockOpen, "notEncrypted"] as const);
  return (
    <span className="flex items-center gap-1.5 text-ink-2">
      <Icon aria-hidden="true" className="size-3.5 shrink-0 text-warn" />
      {t(text)}
    </span>
  );
}
