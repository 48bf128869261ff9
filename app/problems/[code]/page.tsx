import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Stage } from "@/components/ui/stage";
import { type ProblemCode, problemTable } from "@/lib/contract/problem";
import { pageTranslations } from "@/lib/i18n/request-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("shell");
  return { title: t("problemTitle") };
}

interface ProblemProps {
  params: Promise<{ code: string }>;
}

const isCode = (text: string): text is ProblemCode => Object.hasOwn(problemTable, text);

/** Where the `type` of a problem leads (RFC 9457, 3.1.1): what the code means. */
export default async function ProblemPage({ params }: ProblemProps) {
  const { code } = await params;
  if (!isCode(code)) notFound();
  const t = await pageTranslations("errors");
  return (
    <Stage title={t(`problems.${code}.title`)} lead={<p>{t(`problems.${code}.detail`)}</p>}>
      <p className="mt-6 font-mono text-ink-3 text-note">
        {problemTable[code].status} {code}
      </p>
    </Stage>
  );
}
