"use client";

import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ConflictPane } from "@/components/memories/conflict/conflict-pane";
import { memoryHref } from "@/components/memories/memory-route";
import { titleOf } from "@/components/memories/memory-text";
import { goTo } from "@/components/memories/use-memory-route";
import { moveFocusAlong } from "@/components/memories/use-return-focus";
import { type DraftHandle, useDraft } from "@/lib/client/drafts/use-draft";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { MemoryVersion } from "@/lib/client/memories";
import { toForm } from "@/lib/client/memory-patch";
import type { MemoryForm as Values } from "@/lib/contract/memory";
import { beginEditing, isLanded } from "./begin-editing";
import { DraftState } from "./draft-state";
import { type FormContext, memoryResolver } from "./form-resolver";
import { KeptWords } from "./kept-words";
import { MemoryForm } from "./memory-form";
import { SaveProblem } from "./save-problem";
import { fieldErrorsOf } from "./server-errors";
import { useEditMemory } from "./use-edit-memory";
import { useKeepAsNew } from "./use-keep-as-new";
import { useKeepDraft } from "./use-keep-draft";
import { useUnsavedGuard } from "./use-unsaved-guard";

type EditMemoryProps = { version: MemoryVersion; filters: MemoryFilters };

/** Edits one memory in its place, from the words of this tab that wait for it if there are any. */
export function EditMemory(props: EditMemoryProps) {
  const { version, filters } = props;
  const drafts = useDraft(version.memory.id);
  // Asked once: later answers, those to a save among them, are the form's business.
  const [hasLanded] = useState(() => isLanded(version.memory, drafts.draft));
  useEffect(() => {
    if (!hasLanded) return;
    drafts.drop();
    goTo(memoryHref(version.memory.id, filters), { replace: true });
  }, [hasLanded, drafts, version.memory.id, filters]);
  if (hasLanded) return null;
  return <EditForm key={drafts.draft ? "kept" : "fresh"} {...props} drafts={drafts} />;
}

/** Later answers in the cache do not move what is being typed. */
function EditForm({ version, filters, drafts }: EditMemoryProps & { drafts: DraftHandle }) {
  const common = useTranslations("common");
  const [beginning] = useState(() => beginEditing(version, drafts.draft));
  const [base, setBase] = useState(beginning.base);
  const { values } = beginning;
  const [isBack, setBack] = useState(beginning.restoredFrom !== null);
  const isUnreadable = base.memory.contentState === "undecryptable";
  const [replaces, setReplaces] = useState(isUnreadable && values.content !== "");
  const initial = toForm(base.memory);
  const form = useForm<Values, FormContext>({
    resolver: memoryResolver,
    context: { initial, replacesContent: replaces },
    defaultValues: values,
    mode: "onTouched",
  });
  const about = { base: base.memory, baseEtag: base.etag };
  const close = () => {
    moveFocusAlong();
    goTo(memoryHref(base.memory.id, filters), { replace: true });
  };
  const editing = useEditMemory({
    form,
    base,
    newer: beginning.newer,
    onDecide: (decisions) => drafts.keep({ ...about, values: form.getValues(), decisions }),
    onSaved: () => {
      drafts.drop();
      close();
    },
    onSavedEarlier: (saved) => {
      setBase(saved);
      setBack(false);
      drafts.keep({ base: saved.memory, baseEtag: saved.etag, values: form.getValues() });
    },
  });
  const isDirty = useKeepDraft({ form, drafts, initial, about });
  const { conflict } = editing;
  const guard = useUnsavedGuard({
    isDirty: isDirty || conflict !== null,
    onKeep: drafts.flush,
    onDiscard: drafts.drop,
  });
  const keepAsNew = useKeepAsNew(filters);
  const cancel = () => guard.leave(close);
  const isNoticed = editing.error !== null && fieldErrorsOf(editing.error) === null;
  const problem = (retry: () => void) =>
    isNoticed && (
      <SaveProblem
        error={editing.error}
        onRetry={retry}
        onLeave={guard.pass}
        onKeepAsNew={keepAsNew && (() => keepAsNew(form.getValues(), drafts.drop))}
      />
    );

  if (conflict) {
    return (
      <>
        <ConflictPane
          name={titleOf(conflict.newest.memory, common)}
          sides={conflict.sides}
          decisions={conflict.decisions}
          onDecide={conflict.decide}
          again={conflict.again}
          isUnreadable={conflict.newest.memory.contentState === "undecryptable"}
          errors={conflict.fieldErrors}
          notice={problem(() => void conflict.save())}
          isSaving={editing.isSaving}
          onSave={() => void conflict.save()}
          onCancel={cancel}
        />
        {guard.dialog}
      </>
    );
  }
  return (
    <>
      <MemoryForm
        memory={base.memory}
        form={form}
        onSave={editing.save}
        onCancel={cancel}
        state={<DraftState isDirty={isDirty} isRefused={drafts.isRefused} />}
        notice={
          <>
            {problem(() => void form.handleSubmit(editing.save)())}
            {isBack && beginning.restoredFrom !== null && (
              <KeptWords
                at={beginning.restoredFrom}
                fate="back"
                onGoOn={null}
                onDiscard={() => {
                  form.reset(initial);
                  setReplaces(false);
                  setBack(false);
                }}
              />
            )}
          </>
        }
        replacing={
          isUnreadable
            ? {
                isOn: replaces,
                onChange: (next) => {
                  setReplaces(next);
                  if (!next) form.setValue("content", "");
                },
              }
            : undefined
        }
      />
      {guard.dialog}
    </>
  );
}
