"use client";

import type { ReactNode } from "react";
import { MemoriesLink } from "@/components/memories/memories-link";
import { listHref } from "@/components/memories/memory-route";
import { Chip } from "@/components/ui/chip";
import { isOutOfRange } from "@/components/ui/level";
import { LevelBars } from "@/components/ui/level-bars";
import { RelativeTime } from "@/components/ui/relative-time";
import { TagDot } from "@/components/ui/tag-dot";
import { noFilters } from "@/lib/client/filters/memory-filters";
import { useTagColors } from "@/lib/client/tags";
import type { Memory } from "@/lib/contract/memory";
import { StoredAs } from "./stored-as";

/** What is known about a memory. */
export function MemoryMeta({ memory }: { memory: Memory }) {
  const { tags, importance, confidence, source, createdAt, updatedAt, contentState } = memory;
  return (
    <dl className="mt-[34px] grid gap-y-[9px] border-line border-t pt-5 text-note">
      <Row term="Tags">{tags.length > 0 ? <TagLinks names={tags} /> : <None />}</Row>
      <Row term="Importance">
        <Level label="Importance" value={importance} />
      </Row>
      <Row term="Confidence">
        <Level label="Confidence" value={confidence} />
      </Row>
      <Row term="Source">
        {source?.trim() ? <bdi className="break-words">{source}</bdi> : <None />}
      </Row>
      <Row term="Kept since">
        <RelativeTime value={createdAt} format="date" />
        {updatedAt !== createdAt && (
          <>
            , changed <RelativeTime value={updatedAt} format="ago" />
          </>
        )}
      </Row>
      <Row term="Stored">
        <StoredAs state={contentState} />
      </Row>
    </dl>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5.625rem_minmax(0,1fr)] items-start">
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </div>
  );
}

const None = () => <span className="text-ink-3">None</span>;

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
  if (value === null) return <None />;
  return (
    <span className="inline-flex items-center">
      <LevelBars label={label} value={value} spacing="tight" showNumber />
      {isOutOfRange(value) && <span aria-hidden="true">, outside 0–1</span>}
    </span>
  );
}
