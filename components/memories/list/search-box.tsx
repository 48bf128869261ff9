"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { changeFilters } from "@/components/memories/use-memory-route";
import { useShortcut } from "@/components/shortcuts/single-keys";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { MAX_SEARCH_LENGTH, searchText } from "@/lib/client/filters/filter-address";
import { followAddress, type SearchDraft } from "./search-draft";
import { useDebounced } from "./use-debounced";

const DEBOUNCE_MS = 150;

/** Searches while typing. The address follows, so a search can be kept, shared and gone back to. */
export function SearchBox({ q }: { q: string }) {
  const t = useTranslations("list.search");
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<SearchDraft>(null);
  const text = draft?.text ?? q;

  const write = useDebounced((typed: string) => {
    changeFilters((filters) => ({ ...filters, q: searchText(typed) }), { replace: true });
    // Where nothing changed in the address, nothing will come back from it either.
    setDraft((now) => followAddress(now, q));
  }, DEBOUNCE_MS);

  useEffect(() => setDraft((now) => followAddress(now, q)), [q]);
  useEffect(() => {
    const onTraverse = () => {
      write.cancel();
      setDraft(null);
    };
    window.addEventListener("popstate", onTraverse);
    return () => window.removeEventListener("popstate", onTraverse);
  }, [write]);

  const type = (typed: string) => {
    setDraft({ text: typed, isSettled: false });
    write.later(typed);
  };
  const clear = () => {
    setDraft({ text: "", isSettled: false });
    write.now("");
    input.current?.focus();
  };

  const shortcut = useShortcut("/");
  return (
    <search className="relative block min-w-0 grow">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-2"
      />
      <input
        ref={input}
        type="search"
        aria-label={t("label")}
        aria-describedby="search-reach"
        {...shortcut}
        placeholder={t("label")}
        maxLength={MAX_SEARCH_LENGTH}
        autoComplete="off"
        enterKeyHint="search"
        dir="auto"
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") write.now(event.currentTarget.value);
          if (event.key !== "Escape") return;
          event.preventDefault();
          if (text) clear();
          else event.currentTarget.blur();
        }}
        className="touch-target h-[38px] w-full appearance-none rounded-card border border-line-2 bg-raised ps-[34px] pe-10 text-ink text-ui transition-[border-color] hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0 pointer-coarse:text-step [&::-webkit-search-cancel-button]:hidden"
      />
      <span id="search-reach" className="sr-only">
        {t("reach")}
      </span>
      <span className="absolute end-1.5 top-1/2 grid -translate-y-1/2">
        {text ? (
          <IconButton label={t("clear")} size="sm" onClick={clear} className="touch-target">
            <X aria-hidden="true" />
          </IconButton>
        ) : (
          shortcut["aria-keyshortcuts"] && (
            <Kbd aria-hidden="true" className="me-1 text-ink-3">
              /
            </Kbd>
          )
        )}
      </span>
    </search>
  );
}
