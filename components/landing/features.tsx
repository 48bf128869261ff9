import { LockKeyhole, PencilLine, Search } from "lucide-react";
import { pageTranslations } from "@/lib/i18n/request-locale";

const features = [
  { icon: Search, text: "search" },
  { icon: PencilLine, text: "correct" },
  { icon: LockKeyhole, text: "sealed" },
] as const;

/** Three things that are true of Keepsake today. */
export async function Features() {
  const t = await pageTranslations("landing");
  return (
    <ul className="grid gap-3.5 text-balance text-caption text-ink-2 sm:grid-cols-3 sm:gap-10">
      {features.map(({ icon: Icon, text }) => (
        <li key={text} className="flex max-w-[16.5rem] gap-2.5">
          <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent" />
          {t(text)}
        </li>
      ))}
    </ul>
  );
}
