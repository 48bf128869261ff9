"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ActivityItem } from "@/lib/contract/activity";
import type { Translator } from "@/lib/i18n/translator";
import { ActivityIcon } from "./activity-icon";
import { MemoryName } from "./memory-name";

/** One act: what, of which memory, and when. */
export function ActivityRow({ item }: { item: ActivityItem }) {
  const t = useTranslations("activity");
  return (
    <ActivityLine item={item}>
      <p className="break-words text-ink text-ui">{words(item, t)}</p>
      {item.outcome === "unknown" && (
        <p className="mt-0.5 text-note text-warn">{t("unknown.one")}</p>
      )}
    </ActivityLine>
  );
}

/** What every row has: its sign, and when it was, both ways to say it. */
export function ActivityLine({ item, children }: { item: ActivityItem; children: ReactNode }) {
  return (
    <div className="flex gap-3 py-4 [contain-intrinsic-size:auto_53px]">
      <ActivityIcon item={item} />
      <div className="min-w-0 grow">{children}</div>
      <p className="shrink-0 text-end text-ink-3 text-note tabular-nums">
        <RelativeTime value={item.at} format="clock" />
        <span className="max-sm:sr-only">
          {" · "}
          <RelativeTime value={item.at} format="ago" />
        </span>
      </p>
    </div>
  );
}

function words({ kind, memoryId, count }: ActivityItem, t: Translator<"activity">): ReactNode {
  const wasTakenAway = kind === "delete" || kind === "erase";
  const about = (key: MemoryAct) =>
    t.rich(`acts.${key}`, {
      memory: () => <MemoryName id={memoryId} wasTakenAway={wasTakenAway} />,
    });
  switch (kind) {
    case "sign-in":
      return t("acts.signIn");
    case "sign-out":
      return t("acts.signOut");
    case "session-ended":
      return t("acts.sessionEnded", { count: count ?? 1 });
    case "restore-version":
      return about("restoreVersion");
    case "erase":
      return memoryId === null ? t("acts.empty", { count: count ?? 0 }) : about("erase");
    case "create":
    case "edit":
    case "delete":
    case "restore":
      return about(kind);
    default:
      return t(`acts.${kind}`);
  }
}

type MemoryAct = "create" | "edit" | "delete" | "restore" | "restoreVersion" | "erase";
