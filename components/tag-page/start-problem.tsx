"use client";

import { useTranslations } from "use-intl";
import { useDescribeError } from "@/lib/client/describe-error";

/** Why a change has not begun. */
export function StartProblem({ error }: { error: unknown }) {
  const t = useTranslations("tagPage");
  const describeError = useDescribeError();
  if (!error) return null;
  const { title, detail } = describeError(error, t("notBegun"));
  return (
    <p role="alert" className="text-danger text-ui">
      {title}. {detail}
    </p>
  );
}
