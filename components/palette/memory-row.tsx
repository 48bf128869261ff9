"use client";

import { FileText } from "lucide-react";
import { useTranslations } from "use-intl";
import { hitSnippet } from "@/components/memories/list/hit-snippet";
import { MarkedText } from "@/components/memories/list/marked-text";
import type { Search } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";
import { PaletteRow } from "./palette-row";
import { rowValues } from "./row-values";

type MemoryRowProps = { memory: Memory; search: Search; onSelect: () => void };

/** A memory by its title and its first words, with what was searched for marked. */
export function PaletteMemoryRow({ memory, search, onSelect }: MemoryRowProps) {
  const t = useTranslations("common");
  const title = memory.title?.trim();
  const snippet = hitSnippet(memory, search);
  return (
    <PaletteRow value={rowValues.memory(memory)} icon={<FileText />} onSelect={onSelect}>
      <bdi className={`block truncate text-ink text-list-title ${title ? "" : "italic"}`}>
        {title ? <MarkedText text={title} search={search} /> : t("untitled")}
      </bdi>
      {snippet && (
        <bdi className="block truncate text-ink-3 text-small">
          <MarkedText text={snippet} search={search} />
        </bdi>
      )}
    </PaletteRow>
  );
}
