"use client";

import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { MemoriesLink } from "@/components/memories/memories-link";
import { titleOf } from "@/components/memories/memory-text";
import { useCollectionStore } from "@/lib/client/collection/use-collection";

const nobodyIsRead = () => undefined;

type MemoryNameProps = {
  id: string | null;
  /** Where it was taken away, that it is not there is no news. */
  wasTakenAway?: boolean;
};

/**
 * A memory by the title that it has now, as a link to it. What is recorded is its id alone; where it
 * is no longer there, or not read, it is "a memory" with that id.
 */
export function MemoryName({ id, wasTakenAway = false }: MemoryNameProps) {
  const t = useTranslations("activity");
  const common = useTranslations("common");
  const collection = useCollectionStore();
  const find = () => (id === null ? undefined : collection.get(id));
  const memory = useSyncExternalStore(collection.subscribe, find, nobodyIsRead);
  const isRead = useSyncExternalStore(
    collection.subscribe,
    () => collection.getSnapshot().completedAt !== null,
    () => false,
  );
  if (id === null) return t("aMemory");
  if (memory) {
    return (
      <MemoriesLink
        href={`/memories/${encodeURIComponent(id)}`}
        className="font-medium text-ink underline decoration-line-2 underline-offset-2 hover:decoration-ink-3"
      >
        <bdi>{titleOf(memory, common)}</bdi>
      </MemoriesLink>
    );
  }
  return (
    <>
      {t("aMemory")}
      <bdi className="ms-1.5 break-all font-mono text-ink-3 text-small">{id}</bdi>
      {isRead && !wasTakenAway && <span className="text-ink-3"> ({t("gone")})</span>}
    </>
  );
}
