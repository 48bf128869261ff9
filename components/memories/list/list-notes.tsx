"use client";

import { ArrowUp, Hourglass } from "lucide-react";
import { useTranslations } from "use-intl";
import { Spinner } from "@/components/ui/spinner";
import { ListPill } from "./list-pill";

type ListNotesProps = {
  /** The memory that the list stood at is still to come. */
  isSeeking: boolean;
  /** So many came above what is in sight. */
  newAbove: number;
  onToTop: () => void;
};

/** What there is to say about where the list stands. */
export function ListNotes({ isSeeking, newAbove, onToTop }: ListNotesProps) {
  const t = useTranslations("list");
  if (isSeeking) {
    return (
      <ListPill>
        <Spinner className="size-3.5" />
        <span role="status" className="truncate">
          {t("findingPlace")}
        </span>
      </ListPill>
    );
  }
  if (newAbove === 0) return null;
  return (
    <ListPill className="pointer-events-auto px-0">
      <button
        type="button"
        onClick={onToTop}
        className="flex h-full items-center gap-1.5 rounded-full px-3 font-medium text-ink hover:bg-hover"
      >
        <ArrowUp aria-hidden="true" className="size-3.5" />
        {t("newAbove", { count: newAbove })}
      </button>
    </ListPill>
  );
}

/** Something is being read, and nothing has come for a while. */
export function SlowNote({ isSlow }: { isSlow: boolean }) {
  const t = useTranslations("states");
  return (
    <div role="status" className="contents">
      {isSlow && (
        <ListPill>
          <Hourglass aria-hidden="true" className="size-3.5 shrink-0 text-warn" />
          <span className="truncate">{t("slowReading")}</span>
        </ListPill>
      )}
    </div>
  );
}
