"use client";

import { FileText } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { hitSnippet } from "@/components/memories/list/hit-snippet";
import { MarkedText } from "@/components/memories/list/marked-text";
import { titleOf } from "@/components/memories/memory-text";
import type { Search } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";
import { PaletteRow } from "./palette-row";
import { rowValues } from "./row-values";

type MemoryTextProps = { memory: Memory; search: Search };

/** A memory by its title and its first words, or those around what was searched for. */
export function PaletteMemoryRow(props: MemoryTextProps & { onSelect: () => void }) {
  const { memory, search, onSelect } = props;
  return (
    <PaletteRow value={rowValues.memory(memory)} icon={<FileText />} onSelect={onSelect}>
      <MemoryText memory={memory} search={search} />
    </PaletteRow>
  );
}

/** Finding the words costs more than the rest of the row, which is drawn again at every key. */
const MemoryText = memo(function MemoryText({ memory, search }: MemoryTextProps) {
  const common = useTranslations("common");
  const snippet = hitSnippet(memory, search);
  return (
    <>
      <bdi
        className={`block truncate text-ink text-list-title ${memory.title?.trim() ? "" : "italic"}`}
      >
        <MarkedText text={titleOf(memory, common)} search={search} />
      </bdi>
      {snippet && (
        <bdi className="block truncate text-ink-3 text-small">
          <MarkedText text={snippet} search={search} />
        </bdi>
      )}
    </>
  );
});
