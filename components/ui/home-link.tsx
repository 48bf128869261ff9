"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Wordmark } from "./wordmark";

/** The wordmark, leading to the start. */
export function HomeLink() {
  const t = useTranslations("ui");
  return (
    // Not fetched ahead: where "/" leads changes with the session and the connection.
    <Link
      href="/"
      prefetch={false}
      aria-label={t("home")}
      className="-m-2 block w-fit rounded-button p-2"
    >
      <Wordmark />
    </Link>
  );
}
