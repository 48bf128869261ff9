"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import {
  type OpenChange,
  useOpenChanges,
  useTagChanges,
} from "@/lib/client/tag-changes/use-tag-changes";
import { useTagOperations } from "@/lib/client/tag-operations";
import { useAttempt } from "./use-attempt";
import { useChangeWords } from "./use-change-words";

/** Renames, merges and removals that were begun and are not finished; nothing where there are none. */
export function OpenChanges() {
  const { data } = useTagOperations();
  return data?.length ? <Open /> : null;
}

/** The same above every other page of the workspace. */
export function OpenChangesBar() {
  const isTagPage = usePathname().startsWith("/tags");
  const { data } = useTagOperations();
  if (isTagPage || !data?.length) return null;
  return (
    <div className="max-h-[40dvh] shrink-0 overflow-y-auto border-line border-b px-[18px] pb-2 empty:hidden">
      <Open />
    </div>
  );
}

function Open() {
  const changes = useOpenChanges();
  // What this tab is doing, the panel of jobs shows.
  const shown = changes.filter(
    ({ state, left }) => state === "elsewhere" || (state === "stopped" && left !== 0),
  );
  return shown.map((change) =>
    change.state === "elsewhere" ? (
      <Elsewhere key={change.id} change={change} />
    ) : (
      <Stopped key={change.id} change={change} />
    ),
  );
}

function Elsewhere({ change }: { change: OpenChange }) {
  const t = useTranslations("tagPage");
  const words = useChangeWords(change);
  return (
    <Notice role="status" title={words.elsewhere} className="mt-2">
      <p>{t("elsewhereMeans")}</p>
    </Notice>
  );
}

function Stopped({ change }: { change: OpenChange }) {
  const t = useTranslations("tagPage");
  const words = useChangeWords(change);
  const changes = useTagChanges();
  const { isPending, problem, attempt } = useAttempt();
  return (
    <Notice
      tone="warn"
      role="status"
      title={words.stopped}
      className="mt-2"
      actions={
        <>
          <Button size="sm" pending={isPending} onClick={() => attempt(() => changes.goOn(change))}>
            {t("goOn")}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            disabled={isPending}
            onClick={() => attempt(() => changes.giveUp(change))}
          >
            {t("giveUp")}
          </Button>
        </>
      }
    >
      <p>{words.left}</p>
      {problem !== null && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
    </Notice>
  );
}
