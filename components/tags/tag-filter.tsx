"use client";

import { useCombobox } from "downshift";
import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { useField } from "@/components/ui/field-context";
import { controlClass } from "@/components/ui/input";
import { TagDot } from "@/components/ui/tag-dot";
import { useTags } from "@/lib/client/tags";
import type { Tag } from "@/lib/contract/tag";
import { MAX_OPTIONS, matchingTags } from "./tag-options";

type TagFilterProps = { chosen: readonly string[]; onToggle: (name: string) => void };

/** Any number of tags out of all: type to narrow, arrows and Enter (or a click) to choose. */
export function TagFilter(props: TagFilterProps) {
  const t = useTranslations("common");
  return (
    <Field label={t("tags")}>
      <TagFinder {...props} />
    </Field>
  );
}

function TagFinder({ chosen, onToggle }: TagFilterProps) {
  const t = useTranslations("tagField");
  const field = useField();
  const tags = useTags();
  const [typed, setTyped] = useState("");
  const matches = matchingTags(tags.data ?? [], typed);
  const items = matches.slice(0, MAX_OPTIONS);
  const { getInputProps, getItemProps, getMenuProps, highlightedIndex } = useCombobox<Tag>({
    items,
    inputValue: typed,
    isOpen: true,
    selectedItem: null,
    inputId: field?.id,
    labelId: field?.labelId,
    itemToString: (tag) => tag?.name ?? "",
    onStateChange: ({ selectedItem }) => selectedItem && onToggle(selectedItem.name),
    // The list stays as it is after a choice: the next one is often its neighbour.
    stateReducer: ({ highlightedIndex: index }, { type, changes }) => {
      const { InputBlur, InputKeyDownEnter, ItemClick } = useCombobox.stateChangeTypes;
      if (type === InputBlur) return { ...changes, selectedItem: null, inputValue: typed };
      const isChoice = type === InputKeyDownEnter || type === ItemClick;
      return isChoice ? { ...changes, highlightedIndex: index, inputValue: typed } : changes;
    },
  });
  return (
    <>
      <input
        {...getInputProps({ onChange: (event) => setTyped(event.currentTarget.value) })}
        placeholder={t("find")}
        className={cn(controlClass, "touch-target h-9")}
      />
      <ul
        {...getMenuProps({ "aria-multiselectable": true, "aria-label": t("choose") })}
        className="-mx-1 max-h-52 overflow-y-auto overscroll-contain"
      >
        {items.map((tag, index) => {
          const isChosen = chosen.includes(tag.name);
          return (
            <li
              key={tag.id}
              {...getItemProps({ item: tag, index, "aria-selected": isChosen })}
              className={cn(
                "flex min-h-8 cursor-default items-center gap-2.5 rounded-small px-2 pointer-coarse:min-h-11",
                index === highlightedIndex && "bg-accent-soft forced-colors:outline-2",
              )}
            >
              <TagDot color={tag.color} />
              <bdi className="min-w-0 grow truncate">{tag.name}</bdi>
              {isChosen && <Check aria-hidden="true" className="size-4 text-accent" />}
            </li>
          );
        })}
      </ul>
      <TagFilterNote tags={tags} shown={items.length} matching={matches.length} />
    </>
  );
}

type NoteProps = { tags: ReturnType<typeof useTags>; shown: number; matching: number };

function TagFilterNote({ tags, shown, matching }: NoteProps) {
  const t = useTranslations("tagField");
  const common = useTranslations("common");
  if (tags.isPending) return <p className="text-ink-3 text-small">{t("loading")}</p>;
  if (tags.isError && !tags.data) {
    return (
      <p role="alert" className="text-danger text-small">
        {t("unread")}{" "}
        <button type="button" className="underline" onClick={() => void tags.refetch()}>
          {common("tryAgain")}
        </button>
      </p>
    );
  }
  if (tags.data?.length === 0) return <p className="text-ink-3 text-small">{t("none")}</p>;
  if (matching === 0) return <p className="text-ink-3 text-small">{t("noMatch")}</p>;
  if (matching > shown) {
    return <p className="text-ink-3 text-small">{t("more", { count: matching - shown })}</p>;
  }
  return null;
}
