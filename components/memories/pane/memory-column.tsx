import type { ReactNode } from "react";

/** The column that a memory is read and edited in. */
export const paneText =
  "mx-auto w-full max-w-[49rem] px-[18px] pt-6 pb-16 md:px-8 md:pt-11 xl:px-16";

type MemoryColumnProps = {
  title: ReactNode;
  summary: ReactNode;
  content: ReactNode;
  /** Rows of the list of what is known about it. */
  meta: ReactNode;
};

/**
 * Where each part of a memory stands, whether it is read or edited: one layout for both, so that
 * nothing moves when the one becomes the other.
 */
export function MemoryColumn({ title, summary, content, meta }: MemoryColumnProps) {
  return (
    <>
      {title}
      <div className="mt-3.5">{summary}</div>
      <div className="mt-6">{content}</div>
      <dl className="mt-[34px] grid grid-cols-[minmax(5.625rem,max-content)_minmax(0,1fr)] gap-y-[9px] border-line border-t pt-5 text-note">
        {meta}
      </dl>
    </>
  );
}
