"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useDeleteAccount } from "@/lib/client/account";
import { useDescribeError } from "@/lib/client/describe-error";

/** Says what is erased and what is left, and asks for it in words before it is done. */
export function DeleteAccount({ dashboardUrl }: { dashboardUrl: string }) {
  const t = useTranslations("account.deletion");
  const data = useTranslations("account.data");
  const locale = useLocale();
  const describeError = useDescribeError();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const { mutate, isPending, isSuccess, error, reset } = useDeleteAccount();
  const same = (text: string) => text.trim().replace(/\s+/g, " ").toLocaleLowerCase(locale);
  const isConfirmed = same(typed) === same(t("words"));
  const refusal = error ? describeError(error, t("failed")) : null;
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
              link: (text) => (
                <a
                  href={dashboardUrl}
                  target="_blank"
                  rel="noopener"
                  className="text-accent underline underline-offset-2"
                >
                  {text}
                </a>
              ),
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
          {refusal && (
            <Notice tone="danger" role="alert" title={refusal.title}>
              <p>{refusal.detail}</p>
            </Notice>
          )}
        </div>
      }
    />
  );
}
