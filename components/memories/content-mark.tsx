import { FileLock, LockOpen } from "lucide-react";
import type { ContentState } from "@/lib/contract/memory";

/** Says of a memory's content what is not as it should be; nothing where all is well. */
export function ContentMark({ state }: { state: ContentState }) {
  if (state === "decrypted") return null;
  const [Icon, text] =
    state === "undecryptable"
      ? ([FileLock, "Cannot be read"] as const)
      : ([LockOpen, "Not encrypted"] as const);
  return (
    <span className="flex items-center gap-1.5 text-ink-2">
      <Icon aria-hidden="true" className="size-3.5 shrink-0 text-warn" />
      {text}
    </span>
  );
}
