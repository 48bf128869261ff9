import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** The column that a memory is read and edited in. */
export const paneText =
  "mx-auto w-full max-w-[49rem] px-[18px] pt-6 pb-16 md:px-8 md:pt-11 xl:px-16";

type MemoryColumnProps = {
  title: ReactNode;
  summary: ReactNode;
  content: ReactNode;
  /** Rows of the list of what is known about it. */
  meta: ReactNode;
  /** Rows of fields need a little more room between them than rows of text. */
  isForm?: boolean;
};

/**
 * Where each part of a memory stands, whether it is read or edited: one layout for both, so that
 * nothing moves when the one becomes the other.
 */
export function MemoryColumn({ title, summary, content, meta, isForm = false }: MemoryColumnProps) {
  return (
    <>
      {title}
      <div className="mt-3.5">{summary}</div>
      <div className="mt-6">{content}</div>
      <dl
        className={cn(
          "mt-[34px] grid grid-cols-[minmax(5.625rem,max-content)_minmax(0,1fr)] border-line border-t pt-5 text-note",
          isForm ? "gap-y-4" : "gap-y-[9px]",
        )}
      >
        {meta}
      </dl>
    </>
  );
}
