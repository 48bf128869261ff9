"use client";

import { useTranslations } from "use-intl";
import type { FieldName } from "@/components/memories/form/wanted-field";
import { MemoriesLink } from "@/components/memories/memories-link";
import { listHref } from "@/components/memories/memory-route";
import { Chip } from "@/components/ui/chip";
import { isOutOfRange } from "@/components/ui/level";
import { LevelBars } from "@/components/ui/level-bars";
import { TagDot } from "@/components/ui/tag-dot";
import { noFilters } from "@/lib/client/filters/memory-filters";
import { useTagColors } from "@/lib/client/tags";
import type { Memory } from "@/lib/contract/memory";
import { KeptSince } from "./kept-since";
import { MetaRow } from "./meta-row";
import { Pencil } from "./pencil";
import { StoredAs } from "./stored-as";

type MemoryMetaProps = { memory: Memory; onStart: (field: FieldName) => void };

/** The rows of what is known about a memory, to read. */
export function MemoryMeta({ memory, onStart }: MemoryMetaProps) {
  const { tags, importance, confidence, source, contentState } = memory;
  const t = useTranslations();
  const pencil = (field: FieldName) => (
    <Pencil field={field} onStart={onStart} className="-top-1" />
  );
  return (
    <>
      <MetaRow term={t("common.tags")} field="tags">
        {tags.length > 0 ? <TagLinks names={tags} /> : <None />}
        {pencil("tags")}
      </MetaRow>
      <MetaRow term={t("common.importance")} field="importance">
        <Level label={t("common.importance")} value={importance} />
        {pencil("importance")}
      </MetaRow>
      <MetaRow term={t("common.confidence")} field="confidence">
        <Level label={t("common.confidence")} value={confidence} />
        {pencil("confidence")}
      </MetaRow>
      <MetaRow term={t("common.source")} field="source">
        {source?.trim() ? <bdi className="break-words">{source}</bdi> : <None />}
        {pencil("source")}
      </MetaRow>
      <MetaRow term={t("pane.keptSince")}>
        <KeptSince memory={memory} />
      </MetaRow>
      <MetaRow term={t("pane.stored.term")}>
        <StoredAs state={contentState} />
      </MetaRow>
    </>
  );
}

function None() {
  return <span className="text-ink-3">{useTranslations("common")("none")}</span>;
}

function TagLinks({ names }: { names: string[] }) {
  const colors = useTagColors();
  return (
    <ul className="flex flex-wrap gap-2">
      {names.map((name) => (
        <li key={name} className="max-w-full">
          <MemoriesLink
            href={listHref({ ...noFilters, tags: [name] })}
            className="block max-w-full rounded-full hover:bg-hover"
          >
            <Chip>
              <TagDot color={colors.get(name)} />
              <bdi className="truncate">{name}</bdi>
            </Chip>
          </MemoriesLink>
        </li>
      ))}
    </ul>
  );
}

function Level({ label, value }: { label: string; value: number | null }) {
  const t = useTranslations("pane");
  if (value === null) return <None />;
  return (
    <span className="inline-flex items-center">
      <LevelBars label={label} value={value} spacing="tight" showNumber />
      {isOutOfRange(value) && <span aria-hidden="true">, {t("outOfRange")}</span>}
    </span>
  );
}
