"use client";

import { useTranslations } from "use-intl";
import { ChangeView } from "@/components/memories/difference/change-view";
import { fieldChange } from "@/components/memories/difference/memory-changes";
import { Markdown } from "@/components/memories/markdown/markdown";
import { formFields, toForm } from "@/lib/client/memory-patch";
import type { Memory } from "@/lib/contract/memory";

/** A version as a whole, to read. Folded away: mostly what changed is what matters. */
export function WholeVersion({ memory }: { memory: Memory }) {
  const t = useTranslations();
  const form = toForm(memory);
  const fields = formFields.filter((field) => {
    const value = form[field];
    return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
  });
  return (
    <details className="mt-4">
      <summary className="touch-target w-fit cursor-pointer content-center text-ink-2 text-small hover:text-ink">
        {t("history.whole")}
      </summary>
      <dl className="mt-3 grid gap-4 rounded-card border border-line p-4">
        {fields.map((field) => (
          <div key={field} className="min-w-0">
            <dt className="mb-1 text-ink-3 text-small">{t(`common.${field}`)}</dt>
            <dd className="min-w-0 text-note">
              {field === "content" ? (
                <Markdown text={form.content} />
              ) : (
                <ChangeView change={fieldChange(field, form, form)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
