"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { editHref, listHref, memoryHref } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { moveFocusAlong } from "@/components/memories/use-return-focus";
import { keptAttempt } from "@/lib/client/drafts/attempt-storage";
import { NEW_DRAFT } from "@/lib/client/drafts/draft";
import { writeDraft } from "@/lib/client/drafts/draft-storage";
import { type DraftHandle, useDraft } from "@/lib/client/drafts/use-draft";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { createAttempts } from "@/lib/client/idempotency";
import { type MemoryVersion, useCreateMemory } from "@/lib/client/memories";
import { changedFields, emptyForm, toCreate } from "@/lib/client/memory-patch";
import type { MemoryForm as Values } from "@/lib/contract/memory";
import { DraftState } from "./draft-state";
import { type FormContext, memoryResolver } from "./form-resolver";
import { KeptWords } from "./kept-words";
import { MemoryForm } from "./memory-form";
import { SaveProblem } from "./save-problem";
import { fieldErrorsOf, showAtFields } from "./server-errors";
import { useKeepDraft } from "./use-keep-draft";
import { useUnsavedGuard } from "./use-unsaved-guard";

type NewMemoryProps = { filters: MemoryFilters };

/** Writes a memory, from the words of this tab that wait for one if there are any. */
export function NewMemory({ filters }: NewMemoryProps) {
  const drafts = useDraft(NEW_DRAFT);
  return <NewForm key={drafts.draft ? "kept" : "fresh"} filters={filters} drafts={drafts} />;
}

const about = { base: null, baseEtag: null };

function keepFor({ memory, etag }: MemoryVersion, values: Values): void {
  writeDraft(memory.id, { values, base: memory, baseEtag: etag, savedAt: Date.now() });
}

/** Sending it once more after a lost answer, or after a reload, does not make a second one. */
function NewForm({ filters, drafts }: NewMemoryProps & { drafts: DraftHandle }) {
  const t = useTranslations("form");
  const [kept, setKept] = useState(drafts.draft);
  const form = useForm<Values, FormContext>({
    resolver: memoryResolver,
    context: { initial: null, replacesContent: false },
    defaultValues: kept?.values ?? emptyForm,
    mode: "onTouched",
  });
  const create = useCreateMemory();
  const [attempts] = useState(() => createAttempts({ kept: keptAttempt(NEW_DRAFT) }));
  const isDirty = useKeepDraft({ form, drafts, initial: emptyForm, about });
  const guard = useUnsavedGuard({ isDirty, onKeep: drafts.flush, onDiscard: drafts.drop });

  const save = async (values: Values) => {
    const body = toCreate(values);
    const typed = structuredClone(form.getValues());
    // Whatever becomes of this page: the words are there, and the key that they are sent with.
    drafts.flush();
    try {
      const created = await create.mutateAsync({ body, idempotencyKey: attempts.keyFor(body) });
      const { id } = created.memory;
      attempts.finish();
      drafts.drop();
      const now = form.getValues();
      // A save may take seconds, and fingers do not wait for it: what came since goes on there.
      const isTypedSince = changedFields(typed, now).length > 0;
      if (isTypedSince) keepFor(created, structuredClone(now));
      toast(t(isTypedSince ? "savedEarlier" : "saved"));
      moveFocusAlong();
      goTo(isTypedSince ? editHref(id, filters) : memoryHref(id, filters), { replace: true });
    } catch (error) {
      showAtFields(form, error);
    }
  };

  const isNoticed = create.isError && fieldErrorsOf(create.error) === null;
  return (
    <>
      <MemoryForm
        memory={null}
        form={form}
        onSave={save}
        onCancel={() => guard.leave(() => goTo(listHref(filters), { replace: true }))}
        state={<DraftState isDirty={isDirty} isRefused={drafts.isRefused} />}
        notice={
          <>
            {isNoticed && (
              <SaveProblem
                error={create.error}
                onRetry={() => void form.handleSubmit(save)()}
                onLeave={guard.pass}
              />
            )}
            {kept && (
              <KeptWords
                at={kept.savedAt}
                fate="back"
                onGoOn={null}
                onDiscard={() => {
                  form.reset(emptyForm);
                  attempts.finish();
                  setKept(null);
                }}
              />
            )}
          </>
        }
      />
      {guard.dialog}
    </>
  );
}
