"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { listHref, memoryHref } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { moveFocusAlong } from "@/components/memories/use-return-focus";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { createAttempts } from "@/lib/client/idempotency";
import { useCreateMemory } from "@/lib/client/memories";
import { emptyForm, toCreate } from "@/lib/client/memory-patch";
import type { MemoryForm as Values } from "@/lib/contract/memory";
import { ContentField } from "./content-field";
import { type FormContext, memoryResolver } from "./form-resolver";
import { MemoryForm } from "./memory-form";
import { SaveProblem } from "./save-problem";
import { fieldErrorsOf, showAtFields } from "./server-errors";
import { useUnsavedGuard } from "./use-unsaved-guard";

/** Writes a memory. Sending it once more after a lost answer does not make a second one. */
export function NewMemory({ filters }: { filters: MemoryFilters }) {
  const form = useForm<Values, FormContext>({
    resolver: memoryResolver,
    context: { initial: null, replacesContent: false },
    defaultValues: emptyForm,
    mode: "onTouched",
  });
  const create = useCreateMemory();
  const [attempts] = useState(() => createAttempts());
  const guard = useUnsavedGuard(form.formState.isDirty);

  const save = async (values: Values) => {
    const body = toCreate(values);
    try {
      const { memory } = await create.mutateAsync({ body, idempotencyKey: attempts.keyFor(body) });
      attempts.finish();
      toast("Memory saved");
      moveFocusAlong();
      goTo(memoryHref(memory.id, filters), { replace: true });
    } catch (error) {
      showAtFields(form, error);
    }
  };

  const isNoticed = create.isError && fieldErrorsOf(create.error) === null;
  return (
    <>
      <MemoryForm
        heading="New memory"
        form={form}
        onSave={save}
        onCancel={() => guard.leave(() => goTo(listHref(filters), { replace: true }))}
        notice={
          isNoticed && (
            <SaveProblem error={create.error} onRetry={() => void form.handleSubmit(save)()} />
          )
        }
        content={<ContentField />}
      />
      {guard.dialog}
    </>
  );
}
