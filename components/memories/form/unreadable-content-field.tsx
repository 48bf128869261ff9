"use client";

import { useId } from "react";
import { Notice } from "@/components/ui/notice";
import { ContentField } from "./content-field";

type UnreadableContentFieldProps = { replaces: boolean; onReplace: (replaces: boolean) => void };

/** Nothing is overwritten that could not be read, unless the person says so here. */
export function UnreadableContentField({ replaces, onReplace }: UnreadableContentFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-4">
      <Notice tone="warn" title="The content cannot be read">
        <p>
          It is encrypted with a key that Keepsake does not have, and stays as it is when you save
          the other fields.
        </p>
        <label
          htmlFor={id}
          className="mt-1.5 flex items-center gap-2.5 text-ink pointer-coarse:min-h-11"
        >
          <input
            id={id}
            type="checkbox"
            checked={replaces}
            onChange={(event) => onReplace(event.target.checked)}
            className="size-4 shrink-0 accent-accent"
          />
          Replace the unreadable content
        </label>
        {replaces && (
          <p>What lies in Memoram now is then gone, also for the tool that could still read it.</p>
        )}
      </Notice>
      {replaces && <ContentField />}
    </div>
  );
}
