"use client";

import { useFormatter } from "use-intl";
import { MarkedText } from "@/components/memories/list/marked-text";
import { TagDot } from "@/components/ui/tag-dot";
import type { Search } from "@/lib/client/search/parse-search";
import type { PaletteTag } from "./choice";
import { PaletteRow } from "./palette-row";
import { rowValues } from "./row-values";

type PaletteTagRowProps = { tag: PaletteTag; search: Search; onSelect: () => void };

/** A tag, with how many memories carry it. */
export function PaletteTagRow({ tag, search, onSelect }: PaletteTagRowProps) {
  const format = useFormatter();
  const { name, color, count } = tag;
  return (
    <PaletteRow
      value={rowValues.tag(tag)}
      icon={<TagDot color={color} />}
      onSelect={onSelect}
      end={format.number(count)}
    >
      <bdi className="block truncate text-ink">
        <MarkedText text={name} search={search} />
      </bdi>
    </PaletteRow>
  );
}
