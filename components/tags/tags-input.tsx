"use client";

import { useCombobox, useMultipleSelection } from "downshift";
import { Direction } from "radix-ui";
import { type FocusEvent, type FormEvent, type KeyboardEvent, type Ref, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { useField } from "@/components/ui/field-context";
import { controlClass } from "@/components/ui/input";
import { useTags } from "@/lib/client/tags";
import { ChosenTag } from "./chosen-tag";
import { TagOptionList } from "./tag-option-list";
import { addTags, type TagOption, tagOptions } from "./tag-options";

type TagsInputProps = {
  value: readonly string[];
  onChange: (names: string[]) => void;
  onBlur?: () => void;
  /** Says why a typed name cannot be a tag; null once it can. */
  onRefuse: (why: string | null) => void;
  ref?: Ref<HTMLInputElement>;
};

/**
 * The tags of a memory. Enter or a comma adds what is typed, or the option chosen with the arrows;
 * Backspace in the empty field removes the last; the arrow back walks through the tags.
 */
export function TagsInput({ value, onChange, onBlur, onRefuse, ref }: TagsInputProps) {
  const t = useTranslations("tagField");
  const isRightToLeft = Direction.useDirection() === "rtl";
  const field = useField();
  const known = useTags().data ?? [];
  const [typed, setTyped] = useState("");
  const options = tagOptions(known, typed, value);
  const colors = new Map(known.map(({ name, color }) => [name, color]));

  /** Adds the names in `text`; what cannot be a name stays in the field, with the reason. */
  const add = (text: string) => {
    const { names, error } = addTags(value, text);
    onRefuse(error);
    if (error) return;
    if (names.length > value.length) onChange(names);
    setTyped("");
  };

  const chosen = useMultipleSelection<string>({
    selectedItems: [...value],
    keyNavigationPrevious: isRightToLeft ? "ArrowRight" : "ArrowLeft",
    keyNavigationNext: isRightToLeft ? "ArrowLeft" : "ArrowRight",
    onStateChange: ({ selectedItems }) => selectedItems && onChange(selectedItems),
  });
  const combobox = useCombobox<TagOption>({
    items: options,
    inputValue: typed,
    selectedItem: null,
    itemToString: (option) => option?.name ?? "",
    inputId: field?.id,
    labelId: field?.labelId,
    onStateChange: ({ selectedItem }) => selectedItem && add(selectedItem.name),
    stateReducer: (state, { type: change, changes }) => {
      const { InputBlur, InputKeyDownEnter, ItemClick, InputKeyDownEscape } =
        useCombobox.stateChangeTypes;
      if (change === InputKeyDownEscape) return { ...changes, inputValue: state.inputValue };
      if (change === InputBlur) return { ...changes, selectedItem: null, inputValue: typed };
      const isChoice = change === InputKeyDownEnter || change === ItemClick;
      return isChoice ? { ...changes, isOpen: true, highlightedIndex: -1 } : changes;
    },
  });

  // Text is read where it stands, not from the state, which may be a key press behind.
  const onType = ({ currentTarget: { value: text } }: FormEvent<HTMLInputElement>) => {
    setTyped(text);
    onRefuse(null);
    if (text.includes(",")) add(text);
  };
  const onLeave = ({ currentTarget: { value: text } }: FocusEvent<HTMLInputElement>) => {
    // Whoever types a name and goes on to Save means it.
    if (text.trim()) add(text);
    onBlur?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (
      event.key === "Enter" &&
      !event.nativeEvent.isComposing &&
      !event.ctrlKey &&
      !event.metaKey
    ) {
      // Never sends the form: here Enter ends a tag.
      event.preventDefault();
      if (combobox.highlightedIndex < 0 || !combobox.isOpen) add(event.currentTarget.value);
    }
    // The first Escape closes the options; only the next one is the form's.
    if (event.key === "Escape" && combobox.isOpen && options.length > 0) event.stopPropagation();
  };

  const showsOptions = combobox.isOpen && options.length > 0;
  return (
    <div className="relative">
      <div
        className={cn(
          controlClass,
          "flex min-h-9 flex-wrap items-center gap-1.5 px-1.5 py-[5px] pointer-coarse:min-h-11",
          "focus-within:border-accent has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent",
          field?.invalid && "border-danger",
        )}
      >
        {value.map((name, index) => (
          <ChosenTag
            key={name}
            name={name}
            color={colors.get(name)}
            isNew={!colors.has(name)}
            buttonProps={chosen.getSelectedItemProps({ selectedItem: name, index })}
            onRemove={() => chosen.removeSelectedItem(name)}
          />
        ))}
        <input
          {...combobox.getInputProps({
            ...chosen.getDropdownProps({ ref, onKeyDown }),
            onChange: onType,
            onBlur: onLeave,
          })}
          aria-describedby={field?.describedBy}
          aria-invalid={field?.invalid || undefined}
          dir="auto"
          enterKeyHint="enter"
          className="h-6 w-24 min-w-24 grow bg-transparent px-1.5 outline-none pointer-coarse:h-11"
        />
      </div>
      <TagOptionList
        options={options}
        isOpen={showsOptions}
        highlighted={combobox.highlightedIndex}
        menuProps={combobox.getMenuProps({ "aria-label": t("suggestions") })}
        itemProps={(option, index) => combobox.getItemProps({ item: option, index })}
      />
      <p role="status" className="sr-only">
        {value.length === 0 ? t("noTags") : t("chosen", { names: value.join(", ") })}
      </p>
    </div>
  );
}
