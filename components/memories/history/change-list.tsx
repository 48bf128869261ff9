"use client";

import { ChangeView } from "@/components/memories/difference/change-view";
import type { FieldChange } from "@/components/memories/difference/memory-changes";
import { useFieldNames } from "./use-field-names";

/** What changed, field by field. */
export function ChangeList({ changes }: { changes: FieldChange[] }) {
  const nameOf = useFieldNames();
  return (
    <dl className="grid gap-4">
      {changes.map((change) => (
        <div key={change.kind + change.field} className="min-w-0">
          <dt className="mb-1 text-ink-3 text-small">{nameOf(change)}</dt>
          <dd className="min-w-0 text-note">
            <ChangeView change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
