"use client";

import { ArrowRight } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import type { ChangedMemory, ChangePlan } from "@/lib/client/tag-changes/tag-change";
import { PreviewTags } from "./preview-tags";

/** More than these nobody reads before saying yes. */
const SHOWN = 6;

type ChangePreviewProps = {
  plan: ChangePlan;
  from: readonly string[];
  /** Null where tags are taken off. */
  to: string | null;
  isExact: boolean;
};

/** What a change will do: to how many memories, to which first, and by how many calls. */
export function ChangePreview({ plan, from, to, isExact }: ChangePreviewProps) {
  const t = useTranslations("tagPage");
  const id = useId();
  const { affected, alreadyCarry, carryAfter } = plan;
  const count = affected.length;
  const hidden = count - SHOWN;
  return (
    <section aria-labelledby={id} className="rounded-button border border-line bg-paper p-3.5">
      <h3 id={id} className="sr-only">
        {t("preview")}
      </h3>
      <div className="grid gap-1 text-ink-2 text-ui">
        {/* The rest names what is being typed: nobody wants to hear it after each letter. */}
        <p role="status" className="font-medium text-ink">
          {t(isExact ? "willChange" : "willChangeSoFar", { count })}
        </p>
        {alreadyCarry > 0 && to !== null && (
          <p>
            {t.rich("alreadyCarry", {
              count: alreadyCarry,
              name: () => <bdi className="[overflow-wrap:anywhere]">{to}</bdi>,
            })}
          </p>
        )}
        {to !== null && (
          <p>
            {t.rich("carryAfter", {
              count: carryAfter,
              name: () => <bdi className="[overflow-wrap:anywhere]">{to}</bdi>,
            })}
          </p>
        )}
        {count > 0 && <p>{t(to === null ? "callsRemove" : "calls", { count })}</p>}
      </div>
      {count > 0 && (
        <ul aria-label={t("firstOnes")} className="mt-3 border-line border-t">
          {affected.slice(0, SHOWN).map((memory) => (
            <PreviewRow key={memory.id} memory={memory} from={from} to={to} />
          ))}
        </ul>
      )}
      {hidden > 0 && <p className="pt-2 text-ink-3 text-note">{t("andMore", { count: hidden })}</p>}
    </section>
  );
}

type PreviewRowProps = { memory: ChangedMemory } & Pick<ChangePreviewProps, "from" | "to">;

function PreviewRow({ memory: { title, before, after }, from, to }: PreviewRowProps) {
  const t = useTranslations("tagPage");
  const common = useTranslations("common");
  const isLeaving = (name: string) => name !== to && from.includes(name);
  return (
    <li className="border-line border-b py-2 last:border-b-0 last:pb-0">
      <bdi className={`block truncate text-ink text-list-title ${title?.trim() ? "" : "italic"}`}>
        {title?.trim() || common("untitled")}
      </bdi>
      <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-small">
        <PreviewTags label={t("before")} names={before} marked={isLeaving} kind="leaving" />
        <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-ink-3 rtl:rotate-180" />
        <PreviewTags
          label={t("after")}
          names={after}
          marked={(name) => name === to && !before.includes(name)}
          kind="coming"
        />
      </div>
    </li>
  );
}
