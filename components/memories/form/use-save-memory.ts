"use client";

import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { toast } from "sonner";
import { isApiError } from "@/lib/client/errors";
import { type MemoryVersion, useFetchNewest, useUpdateMemory } from "@/lib/client/memories";
import { changedFields, toForm, toPatch } from "@/lib/client/memory-patch";
import type { MemoryForm } from "@/lib/contract/memory";
import type { FormContext } from "./form-resolver";
import type { KeptWord } from "./kept-words";
import { showAtFields } from "./server-errors";

type UseSaveMemory = {
  form: UseFormReturn<MemoryForm, FormContext>;
  /** The version that editing began from. */
  base: MemoryVersion;
  onSaved: () => void;
  /** The person asked for the newer version: the form starts again from it. */
  onNewer: (newer: MemoryVersion) => void;
};

const labels: Record<keyof MemoryForm, string> = {
  title: "Title",
  summary: "Summary",
  content: "Content",
  tags: "Tags",
  importance: "Importance",
  confidence: "Confidence",
  source: "Source",
};

/** Saving an edit, and the two ways out when the memory changed elsewhere in the meantime. */
export function useSaveMemory({ form, base, onSaved, onNewer }: UseSaveMemory) {
  const { mutateAsync, reset } = useUpdateMemory();
  const fetchNewest = useFetchNewest();
  const [error, setError] = useState<unknown>(null);
  const [isLoadingNewer, setLoadingNewer] = useState(false);
  const [keptWords, setKeptWords] = useState<KeptWord[]>([]);
  const { id } = base.memory;

  /** Sends what changed since `base`, on the condition that Memoram still holds `against`. */
  const send = async (values: MemoryForm, against: MemoryVersion) => {
    const patch = toPatch(toForm(base.memory), values);
    if (!patch) return onSaved();
    if (patch.content !== undefined && base.memory.contentState === "undecryptable") {
      patch.replaceUnreadable = true;
    }
    await mutateAsync({ base: against, patch });
    toast("Memory saved");
    onSaved();
  };

  const refuse = (caught: unknown) => {
    setError(caught);
    const isAtFields = showAtFields(form, caught);
    if (isAtFields || isApiError(caught, "edit-conflict")) return;
    toast.error("Not saved. The list shows the last saved version.");
  };

  const attempt = async (act: () => Promise<void>) => {
    setError(null);
    try {
      await act();
    } catch (caught) {
      refuse(caught);
    }
  };

  return {
    error,
    keptWords,
    isLoadingNewer,
    discardKeptWords: () => setKeptWords([]),
    save: (values: MemoryForm) => attempt(() => send(values, base)),
    /** Only the changed fields, over whatever version is the newest now. */
    saveAnyway: (values: MemoryForm) => attempt(async () => send(values, await fetchNewest(id))),
    loadNewer: async () => {
      setLoadingNewer(true);
      await attempt(async () => {
        const newer = await fetchNewest(id);
        const typed = form.getValues();
        const changed = changedFields(toForm(base.memory), typed);
        setKeptWords(
          changed.map((field) => ({ label: labels[field], text: wordsOf(typed[field]) })),
        );
        reset();
        onNewer(newer);
      });
      setLoadingNewer(false);
    },
  };
}

function wordsOf(value: MemoryForm[keyof MemoryForm]): string {
  if (Array.isArray(value)) return value.join(", ");
  return value === null ? "" : String(value);
}
