"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/states/failure-notice";
import { Switch } from "@/components/ui/switch";
import { usePreferences, useUpdatePreferences } from "@/lib/client/preferences";
import { TRASH_DAYS } from "@/lib/contract/trash";
import { Panel } from "./panel";

/** Whether what is deleted is kept for a while. Holds at once; what off means stands beside it. */
export function TrashSetting() {
  const t = useTranslations("trash.setting");
  return (
    <Panel query={usePreferences()} loading={t("loading")} unread={t("unread")}>
      {({ trash }) => <TrashSwitch isOn={trash} />}
    </Panel>
  );
}

function TrashSwitch({ isOn }: { isOn: boolean }) {
  const t = useTranslations("trash.setting");
  const id = useId();
  const update = useUpdatePreferences();
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-3">
        <Switch
          id={id}
          aria-describedby={`${id}-meaning`}
          checked={isOn}
          onChange={(trash) => update.mutate({ trash })}
        />
        <label htmlFor={id} className="cursor-pointer text-ink text-ui pointer-coarse:py-3">
          {t("label", { days: TRASH_DAYS })}
        </label>
      </div>
      <p id={`${id}-meaning`} className="max-w-prose text-ink-2 text-note">
        {isOn ? t("on") : t("off")}
      </p>
      <div aria-live="polite" className="empty:hidden">
        <FailureNotice error={update.error} what={t("failed")} />
      </div>
    </div>
  );
}
