"use client";

import { useTranslations } from "use-intl";
import { listHref } from "@/components/memories/memory-route";
import { Skeleton } from "@/components/ui/skeleton";
import { TagDot } from "@/components/ui/tag-dot";
import { remedyFor } from "@/lib/client/describe-error";
import { noFilters } from "@/lib/client/filters/memory-filters";
import { useTags } from "@/lib/client/tags";
import { RailLink } from "./rail-link";

/** Every tag in use, each a link to its memories. Without counts: Memoram does not tell them. */
export function RailTags({ current }: { current: string | null }) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const { data, error, isPending, refetch } = useTags();
  const tags = data?.filter(({ isEnabled }) => isEnabled);
  if (isPending) return <TagsSkeleton />;
  if (!tags) {
    // Without access the list says so at length; here silence is enough.
    if (remedyFor(error) !== "again") return null;
    return (
      <p className="px-2 text-ink-3 text-small">
        {t("tagsUnread")}{" "}
        <button type="button" className="underline hover:text-ink" onClick={() => void refetch()}>
          {common("tryAgain")}
        </button>
      </p>
    );
  }
  if (tags.length === 0) return null;
  return (
    <>
      <h2 className="mb-2 px-2 text-ink-3 text-small">{common("tags")}</h2>
      <ul className="grid gap-0.5">
        {tags.map(({ id, name, color }) => (
          <li key={id}>
            <RailLink
              href={listHref({ ...noFilters, tags: [name] })}
              isCurrent={name === current}
              icon={
                <span className="grid size-4 shrink-0 place-items-center">
                  <TagDot color={color} />
                </span>
              }
            >
              <bdi>{name}</bdi>
            </RailLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function TagsSkeleton() {
  return (
    <div aria-hidden="true" className="grid gap-5 px-2 pt-1">
      {[20, 14, 24, 16, 12].map((width) => (
        <span key={width} className="block" style={{ inlineSize: `${width / 2}rem` }}>
          <Skeleton className="h-3" />
        </span>
      ))}
    </div>
  );
}
