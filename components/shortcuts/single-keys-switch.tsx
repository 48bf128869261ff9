"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { setSingleKeys, useSingleKeys } from "./single-keys";

/** Turns single-key shortcuts on and off, in this browser. */
export function SingleKeysSwitch() {
  const t = useTranslations("palette");
  const id = useId();
  const isOn = useSingleKeys();
  const [isRefused, setRefused] = useState(false);
  return (
    <div className="grid max-w-lg gap-1">
      <label className="touch-target flex items-center gap-3 text-ink">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => setRefused(!setSingleKeys(target.checked))}
          aria-describedby={id}
          className="size-4 shrink-0 accent-accent"
        />
        {t("singleKeys.label")}
      </label>
      <p id={id} className="text-ink-3 text-note">
        {t("singleKeys.hint")}
      </p>
      {isRefused && (
        <p role="alert" className="text-danger text-note">
          {t("singleKeys.refused")}
        </p>
      )}
    </div>
  );
}
