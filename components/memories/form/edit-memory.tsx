"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { memoryHref } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { moveFocusAlong } from "@/components/memories/use-return-focus";
import { isApiError } from "@/lib/client/errors";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { MemoryVersion } from "@/lib/client/memories";
import { toForm } from "@/lib/client/memory-patch";
import type { MemoryForm as Values } from "@/lib/contract/memory";
import { ConflictNotice } from "./conflict-notice";
import { ContentField } from "./content-field";
import { type FormContext, memoryResolver } from "./form-resolver";
import { KeptWords } from "./kept-words";
import { MemoryForm } from "./memory-form";
import { SaveProblem } from "./save-problem";
import { fieldErrorsOf } from "./server-errors";
import { UnreadableContentField } from "./unreadable-content-field";
import { useSaveMemory } from "./use-save-memory";
import { useUnsavedGuard } from "./use-unsaved-guard";

type EditMemoryProps = { version: MemoryVersion; filters: MemoryFilters };

/** Edits one memory in its place. Later answers in the cache do not move what is being typed. */
export function EditMemory({ version, filters }: EditMemoryProps) {
  const [base, setBase] = useState(version);
  const [replaces, setReplaces] = useState(false);
  const initial = toForm(base.memory);
  const form = useForm<Values, FormContext>({
    resolver: memoryResolver,
    context: { initial, replacesContent: replaces },
    defaultValues: initial,
    mode: "onTouched",
  });
  const close = () => {
    moveFocusAlong();
    goTo(memoryHref(base.memory.id, filters), { replace: true });
  };
  const saving = useSaveMemory({
    form,
    base,
    onSaved: close,
    onNewer: (newer) => {
      setBase(newer);
      setReplaces(false);
      form.reset(toForm(newer.memory));
    },
  });
  const guard = useUnsavedGuard(form.formState.isDirty || saving.keptWords.length > 0);

  const isConflict = isApiError(saving.error, "edit-conflict");
  const isNoticed = saving.error && !isConflict && fieldErrorsOf(saving.error) === null;
  return (
    <>
      <MemoryForm
        heading="Edit memory"
        form={form}
        onSave={saving.save}
        onCancel={() => guard.leave(close)}
        notice={
          <>
            <KeptWords words={saving.keptWords} onDismiss={saving.discardKeptWords} />
            {isConflict && (
              <ConflictNotice
                pending={form.formState.isSubmitting || saving.isLoadingNewer}
                onLoadNewer={() => void saving.loadNewer()}
                onSaveAnyway={() => void form.handleSubmit(saving.saveAnyway)()}
              />
            )}
            {isNoticed && (
              <SaveProblem
                error={saving.error}
                onRetry={() => void form.handleSubmit(saving.save)()}
              />
            )}
          </>
        }
        content={
          base.memory.contentState === "undecryptable" ? (
            <UnreadableContentField
              replaces={replaces}
              onReplace={(next) => {
                setReplaces(next);
                if (!next) form.resetField("content");
              }}
            />
          ) : (
            <ContentField />
          )
        }
      />
      {guard.dialog}
    </>
  );
}
