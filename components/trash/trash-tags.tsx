"use client";

import { TagDot } from "@/components/ui/tag-dot";
import { useTagColors } from "@/lib/client/tags";

/** The tags that a deleted memory had. A tag that went with it has lost its colour. */
export function TrashTags({ names }: { names: readonly string[] }) {
  const colors = useTagColors();
  if (names.length === 0) return null;
  return (
    <ul className="flex min-w-0 flex-wrap gap-x-3 gap-y-1">
      {names.map((name) => (
        <li key={name} className="flex min-w-0 items-center gap-1.5">
          <TagDot color={colors.get(name)} />
          <bdi className="max-w-40 truncate">{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
