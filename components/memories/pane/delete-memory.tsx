"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { listHref, memoryHref } from "@/components/memories/memory-route";
import { titleOf } from "@/components/memories/memory-text";
import { goTo } from "@/components/memories/use-memory-route";
import { moveFocusAlong } from "@/components/memories/use-return-focus";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { useDescribeError } from "@/lib/client/describe-error";
import { isApiError } from "@/lib/client/errors";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { type MemoryVersion, useDeleteMemory, useMemories } from "@/lib/client/memories";
import { neighbourOf } from "./neighbour";
import { ToolbarButton } from "./toolbar-button";

type DeleteMemoryProps = { version: MemoryVersion; filters: MemoryFilters };

/** Asks, then deletes: the memory leaves the list at once, and comes back if Memoram keeps it. */
export function DeleteMemory({ version, filters }: DeleteMemoryProps) {
  const { memory } = version;
  const name = titleOf(memory, useTranslations("common"));
  const [isAsking, setAsking] = useState(false);
  const { data: memories } = useMemories(filters);
  const { mutateAsync } = useDeleteMemory();
  const describeError = useDescribeError();

  const confirm = async () => {
    setAsking(false);
    const next = neighbourOf(memories ?? [], memory.id);
    const isBeside = window.matchMedia("(width >= 48rem)").matches;
    const deletion = mutateAsync(version);
    moveFocusAlong();
    goTo(next && isBeside ? memoryHref(next, filters) : listHref(filters), { replace: true });
    try {
      await deletion;
      toast("Memory deleted");
    } catch (error) {
      toast.error(`“${name}” was not deleted`, {
        description: refusal(error) ?? describeError(error, "").detail,
        duration: 10_000,
        action: { label: "Open", onClick: () => goTo(memoryHref(memory.id, filters)) },
      });
    }
  };

  return (
    <>
      <ToolbarButton
        variant="danger"
        icon={<Trash2 aria-hidden="true" />}
        label="Delete"
        onClick={() => setAsking(true)}
      />
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Delete this memory?"
        description={
          <p>
            <bdi className="font-medium text-ink">{name}</bdi> is deleted from Memoram, for every
            tool that reads it. This is final: nobody can bring it back.
          </p>
        }
        confirmLabel="Delete"
        onConfirm={() => void confirm()}
      />
    </>
  );
}

function refusal(error: unknown): string | null {
  if (isApiError(error, "edit-conflict")) {
    return "It was changed elsewhere since you opened it. Look at it once more before you delete it.";
  }
  return null;
}
