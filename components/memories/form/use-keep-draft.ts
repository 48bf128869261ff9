"use client";

import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { DraftInput } from "@/lib/client/drafts/draft-keeper";
import type { DraftHandle } from "@/lib/client/drafts/use-draft";
import { changedFields } from "@/lib/client/memory-patch";
import type { MemoryForm } from "@/lib/contract/memory";
import type { FormContext } from "./form-resolver";

type UseKeepDraft = {
  form: UseFormReturn<MemoryForm, FormContext>;
  drafts: DraftHandle;
  /** What the form holds when nothing in it is new. */
  initial: MemoryForm;
  /** What the words belong to. */
  about: Omit<DraftInput, "values">;
};

/** Keeps what is typed for as long as it differs from what is saved; says whether it does. */
export function useKeepDraft({ form, drafts, initial, about }: UseKeepDraft): boolean {
  const isChanged = (values: MemoryForm) => changedFields(initial, values).length > 0;
  const [isDirty, setDirty] = useState(() => isChanged(form.getValues()));
  useEffect(() =>
    form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const hasWords = isChanged(values);
        setDirty(hasWords);
        if (hasWords) drafts.keep({ ...about, values });
        else drafts.drop();
      },
    }),
  );
  return isDirty;
}
