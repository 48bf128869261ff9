"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { FailureNotice } from "@/components/states/failure-notice";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useDeleteAccount } from "@/lib/client/account";
import { DashboardLink } from "./dashboard-link";

/** Says what is erased and what is left, and asks for it in words before it is done. */
export function DeleteAccount({ dashboardUrl }: { dashboardUrl: string }) {
  const t = useTranslations("account.deletion");
  const data = useTranslations("account.data");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const { mutate, isPending, isSuccess, error, reset } = useDeleteAccount();
  const same = (text: string) => text.trim().replace(/\s+/g, " ").toLocaleLowerCase(locale);
  const isConfirmed = same(typed) === same(t("words"));
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => {
        if (isPending || isSuccess) return;
        reset();
        setTyped("");
        setOpen(next);
      }}
      trigger={<Button className="justify-self-start text-danger">{data("delete")}</Button>}
      title={t("title")}
      description={
        <>
          <p>{t("erases")}</p>
          <p>
            {t.rich("leaves", {
              link: (text) => <DashboardLink href={dashboardUrl}>{text}</DashboardLink>,
            })}
          </p>
        </>
      }
      confirmLabel={t("submit")}
      cancelLabel={t("keep")}
      canConfirm={isConfirmed}
      pending={isPending || isSuccess}
      onConfirm={() => mutate()}
      error={
        <div className="grid gap-4">
          <Field label={t("type", { words: t("words") })}>
            <Input
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || !isConfirmed || isPending) return;
                event.preventDefault();
                mutate();
              }}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={100}
            />
          </Field>
          <FailureNotice error={error} what={t("failed")} role="alert" />
        </div>
      }
    />
  );
}
