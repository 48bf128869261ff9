import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Stage } from "@/components/ui/stage";
import { type ProblemCode, problemTable } from "@/lib/contract/problem";
import { problemDetails } from "@/lib/contract/problem-details";

export const metadata: Metadata = { title: "A problem of the API" };

interface ProblemProps {
  params: Promise<{ code: string }>;
}

const isCode = (text: string): text is ProblemCode => Object.hasOwn(problemTable, text);

/** Where the `type` of a problem leads (RFC 9457, 3.1.1): what the code means. */
export default async function ProblemPage({ params }: ProblemProps) {
  const { code } = await params;
  if (!isCode(code)) notFound();
  const { title, status } = problemTable[code];
  return (
    <Stage title={title} lead={<p>{problemDetails[code]}</p>}>
      <p className="mt-6 font-mono text-ink-3 text-note">
        {status} {code}
      </p>
    </Stage>
  );
}
