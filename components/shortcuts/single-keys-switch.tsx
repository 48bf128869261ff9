"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "@/components/ui/switch";
import { setSingleKeys, useSingleKeys } from "./single-keys";

/** Turns single-key shortcuts on and off, in this browser. */
export function SingleKeysSwitch() {
  const t = useTranslations("palette");
  const id = useId();
  const isOn = useSingleKeys();
  const [isRefused, setRefused] = useState(false);
  return (
    <div className="grid max-w-lg gap-1">
      <div className="touch-target flex items-center gap-3 text-ink">
        <Switch
          id={id}
          checked={isOn}
          onChange={(next) => setRefused(!setSingleKeys(next))}
          aria-describedby={`${id}-hint`}
        />
        <label htmlFor={id}>{t("singleKeys.label")}</label>
      </div>
      <p id={`${id}-hint`} className="text-ink-3 text-note">
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
