"use client";

import { type RefObject, useCallback, useEffect } from "react";
import {
  type FieldName,
  isFieldName,
  selectedWord,
  type Word,
  wantField,
} from "@/components/memories/form/wanted-field";
import { editHref } from "@/components/memories/memory-route";
import { goTo, useMemoryRoute } from "@/components/memories/use-memory-route";

/** Begins editing in the field that was read. */
export function useStartEditing(id: string): (field: FieldName, word?: Word | null) => void {
  const { filters } = useMemoryRoute();
  return useCallback(
    (field, word = null) => {
      wantField(id, field, word);
      goTo(editHref(id, filters), { replace: true });
    },
    [id, filters],
  );
}

/** What does something itself when it is clicked twice. */
const OWN = "a, button, input, summary, label";

/** A double click on what can be edited (`data-field`) begins editing there, at the word. */
export function useEditOnDoubleClick(
  ref: RefObject<HTMLElement | null>,
  start: (field: FieldName, word: Word | null) => void,
): void {
  useEffect(() => {
    const element = ref.current;
    const onDoubleClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || target.closest(OWN)) return;
      const spot = target.closest<HTMLElement>("[data-field]");
      const field = spot?.dataset.field;
      if (spot && isFieldName(field)) start(field, selectedWord(spot, window.getSelection()));
    };
    element?.addEventListener("dblclick", onDoubleClick);
    return () => element?.removeEventListener("dblclick", onDoubleClick);
  }, [ref, start]);
}
