"use client";

import { useCombobox } from "downshift";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { TagOptionList } from "@/components/tags/tag-option-list";
import { type TagOption, tagOptions } from "@/components/tags/tag-options";
import { cn } from "@/components/ui/cn";
import { useField } from "@/components/ui/field-context";
import { controlClass } from "@/components/ui/input";
import { useTags } from "@/lib/client/tags";

type TargetFieldProps = {
  value: string;
  onChange: (text: string) => void;
  /** Names that are no choice. */
  without: readonly string[];
  /** Usually a name that no tag has: nothing is offered before somebody types. */
  isNewName: boolean;
};

/** One tag: an existing one out of those that fit what is typed, or a new name. */
export function TargetField({ value, onChange, without, isNewName }: TargetFieldProps) {
  const field = useField();
  const input = useRef<HTMLInputElement>(null);
  const known = useTags().data ?? [];
  const [hasTyped, setTyped] = useState(false);
  // A name that stands there from the start narrows nothing down. A new one need not be offered:
  // what is typed is the answer.
  const offers = hasTyped || !isNewName;
  const options = offers
    ? tagOptions(known, hasTyped ? value : "", without).filter(({ isNew }) => !isNew)
    : [];
  const { getInputProps, getItemProps, getMenuProps, highlightedIndex, isOpen } =
    useCombobox<TagOption>({
      items: options,
      inputValue: value,
      selectedItem: null,
      inputId: field?.id,
      labelId: field?.labelId,
      itemToString: (option) => option?.name ?? "",
      onStateChange: ({ selectedItem }) => selectedItem && onChange(selectedItem.name),
      stateReducer: (_state, { type: change, changes }) => {
        const { InputBlur, InputKeyDownEscape } = useCombobox.stateChangeTypes;
        // What is typed is the answer, whether or not it was chosen from the list.
        const keeps = change === InputBlur || change === InputKeyDownEscape;
        return keeps ? { ...changes, selectedItem: null, inputValue: value } : changes;
      },
    });
  useEffect(() => input.current?.select(), []);
  const onType = ({ currentTarget }: FormEvent<HTMLInputElement>) => {
    setTyped(true);
    onChange(currentTarget.value);
  };
  const showsOptions = isOpen && options.length > 0;
  return (
    <div className="relative">
      <input
        {...getInputProps({
          ref: input,
          onChange: onType,
          onKeyDown: (event) => {
            // With nothing chosen from the list, Enter is the form's.
            const isForm = event.key === "Enter" && (!showsOptions || highlightedIndex < 0);
            if (isForm) Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
          },
        })}
        aria-describedby={field?.describedBy}
        aria-invalid={field?.invalid || undefined}
        dir="auto"
        autoComplete="off"
        enterKeyHint="go"
        className={cn(controlClass, "touch-target h-9")}
      />
      <TagOptionList
        options={options}
        isOpen={showsOptions}
        highlighted={highlightedIndex}
        menuProps={getMenuProps({}, { suppressRefError: true })}
        itemProps={(option, index) => getItemProps({ item: option, index })}
      />
    </div>
  );
}
