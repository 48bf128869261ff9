"use client";

import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { changedAgain } from "@/components/memories/conflict/decide";
import type { FieldName, Sides } from "@/components/memories/conflict/merge-start";
import { refusals } from "@/components/memories/conflict/refusals";
import {
  conflictFields,
  type Decisions,
  noDecisions,
  resolved,
} from "@/components/memories/conflict/sides";
import { isApiError } from "@/lib/client/errors";
import { type MemoryVersion, useFetchNewest, useUpdateMemory } from "@/lib/client/memories";
import { changedFields, toForm, toPatch } from "@/lib/client/memory-patch";
import type { MemoryForm } from "@/lib/contract/memory";
import { isNewer } from "./begin-editing";
import type { FormContext } from "./form-resolver";
import { showAtFields } from "./server-errors";

/** A newer version than the one that editing began from, and what was decided about it so far. */
export type Conflict = {
  newest: MemoryVersion;
  decisions: Decisions;
  /** The fields in which it changed once more after the person had chosen. */
  again: readonly FieldName[];
};

type UseEditMemory = {
  form: UseFormReturn<MemoryForm, FormContext>;
  /** The version that editing began from. */
  base: MemoryVersion;
  /** A newer version that is known from the beginning. */
  newer: Pick<Conflict, "newest" | "decisions"> | null;
  onDecide: (decisions: Decisions) => void;
  /** Everything that was typed is in Memoram. */
  onSaved: () => void;
  /** `saved` is in Memoram, and while it was written more was typed. */
  onSavedEarlier: (saved: MemoryVersion) => void;
};

/** Saving an edit, and finding to one version again when there are two. */
export function useEditMemory(options: UseEditMemory) {
  const { form, base, newer, onDecide, onSaved, onSavedEarlier } = options;
  const t = useTranslations();
  const { mutateAsync } = useUpdateMemory();
  const fetchNewest = useFetchNewest();
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<Conflict | null>(newer && { ...newer, again: [] });
  const [isSaving, setSaving] = useState(false);
  const [fieldErrors, setFieldErrors] = useState<ReturnType<typeof refusals>>({});

  const sidesOf = ({ newest }: Conflict): Sides => ({
    base: toForm(base.memory),
    mine: form.getValues(),
    theirs: toForm(newest.memory),
  });

  /** Writes what turns `from` into `values`, on the condition that `from` is still the newest. */
  const write = async (from: MemoryVersion, values: MemoryForm) => {
    const patch = toPatch(toForm(from.memory), values);
    const typed = structuredClone(form.getValues());
    if (patch) {
      if (patch.content !== undefined && from.memory.contentState === "undecryptable") {
        patch.replaceUnreadable = true;
      }
      const saved = await mutateAsync({ base: from, patch });
      // A save may take seconds, and fingers do not wait for it.
      if (changedFields(typed, form.getValues()).length > 0) {
        toast(t("form.savedEarlier"));
        setConflict(null);
        return onSavedEarlier(saved);
      }
    }
    toast(patch ? t("form.saved") : t("form.nothingChanged"));
    onSaved();
  };

  /** Reads the version that was in the way, and leaves what was decided before as it is. */
  const meet = async () => {
    const newest = await fetchNewest(base.memory.id);
    const decisions = conflict?.decisions ?? noDecisions;
    const before = toForm((conflict?.newest ?? base).memory);
    const again = conflict ? changedAgain(before, toForm(newest.memory), decisions) : [];
    const next = { newest, decisions, again };
    if (conflictFields(sidesOf(next)).length === 0) {
      toast(t("conflict.settled"));
      return onSaved();
    }
    // Only its times changed: there is nothing to choose between.
    if (!conflict && !isNewer(base, newest)) return write(newest, form.getValues());
    setConflict(next);
  };

  const attempt = async (act: () => Promise<void>) => {
    setError(null);
    setSaving(true);
    try {
      await act().catch((caught) => {
        if (!isApiError(caught, "edit-conflict")) throw caught;
        return meet();
      });
    } catch (caught) {
      setError(caught);
      showAtFields(form, caught);
    }
    setSaving(false);
  };

  return {
    error,
    isSaving,
    save: (values: MemoryForm) => attempt(() => write(base, values)),
    conflict: conflict && {
      ...conflict,
      sides: sidesOf(conflict),
      fieldErrors,
      decide: (decisions: Decisions) => {
        setFieldErrors({});
        setConflict({ ...conflict, decisions });
        onDecide(decisions);
      },
      save: async () => {
        const sides = sidesOf(conflict);
        const refused = refusals(sides, conflict.decisions);
        setFieldErrors(refused);
        if (Object.keys(refused).length > 0) return;
        await attempt(() => write(conflict.newest, resolved(sides, conflict.decisions)));
      },
    },
  };
}
