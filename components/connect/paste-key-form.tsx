"use client";

import "@/lib/contract/no-eval";

import { zodResolver } from "@hookform/resolvers/zod";
import { Eye, EyeOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { usePasteMemoryKey } from "@/lib/client/connection";
import { useDescribeError } from "@/lib/client/describe-error";
import { isApiError } from "@/lib/client/errors";
import { pasteMemoryKeySchema } from "@/lib/contract/connection";

type PasteKey = z.infer<typeof pasteMemoryKeySchema>;

/** Connects with a Memory Key that the person copied from Memoram. */
export function PasteKeyForm() {
  const router = useRouter();
  const [shown, setShown] = useState(false);
  const t = useTranslations("connect");
  const describeError = useDescribeError();
  const paste = usePasteMemoryKey();
  const { register, handleSubmit, setError, formState } = useForm<PasteKey>({
    resolver: zodResolver(pasteMemoryKeySchema),
    defaultValues: { memoryKey: "" },
  });

  const submit = handleSubmit(async (values) => {
    if (paste.isPending) return;
    // The page says how the key came here: let it look again.
    const said = paste.mutateAsync(values).then(() => router.refresh());
    await said.catch((error: unknown) => {
      const refused = isApiError(error, "validation-failed") ? error : null;
      if (refused === null) return;
      const message = refused.errors.find(({ path }) => path === "memoryKey")?.message;
      const words = message ?? describeError(refused, "").detail;
      setError("memoryKey", { message: words }, { shouldFocus: true });
    });
  });

  const failure =
    paste.error !== null && !isApiError(paste.error, "validation-failed")
      ? describeError(paste.error, t("keyNotUsed"))
      : null;

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field
        label={t("memoryKey")}
        hint={t("memoryKeyHint")}
        error={formState.errors.memoryKey?.message}
      >
        <div className="relative">
          <Input
            {...register("memoryKey")}
            type={shown ? "text" : "password"}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="pe-12 font-mono"
          />
          <IconButton
            label={shown ? t("hideKey") : t("showKey")}
            size="sm"
            onClick={() => setShown(!shown)}
            className="absolute end-1 top-1/2 -translate-y-1/2"
          >
            {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          </IconButton>
        </div>
      </Field>
      <div aria-live="polite" className="empty:hidden">
        {failure !== null && (
          <Notice tone="warn" title={failure.title}>
            <p>{failure.detail}</p>
          </Notice>
        )}
      </div>
      <Button type="submit" pending={paste.isPending} className="justify-self-start">
        {t("connectWithKey")}
      </Button>
    </form>
  );
}
