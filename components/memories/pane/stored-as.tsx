import { FileLock, Lock, LockOpen } from "lucide-react";
import type { ReactNode } from "react";
import type { ContentState } from "@/lib/contract/memory";

/** How Memoram holds the content, and what that means. */
export function StoredAs({ state }: { state: ContentState }) {
  if (state === "decrypted") {
    return <Line icon={<Lock />} tone="text-accent" text="Encrypted with your key" />;
  }
  if (state === "undecryptable") {
    return (
      <>
        <Line icon={<FileLock />} tone="text-warn" text="Cannot be read" />
        <p className="mt-1 text-ink-2">Encrypted with a key that Keepsake does not have.</p>
      </>
    );
  }
  return (
    <>
      <Line icon={<LockOpen />} tone="text-warn" text="Stored without encryption" />
      <p className="mt-1 max-w-[56ch] text-ink-2">
        The tool that wrote it sent it as plain text, so Memoram can read it too. Content that you
        change here is stored encrypted.
      </p>
    </>
  );
}

type LineProps = { icon: ReactNode; tone: string; text: string };

function Line({ icon, tone, text }: LineProps) {
  return (
    <span className={`flex items-center gap-1.5 [&_svg]:size-3.5 ${tone}`}>
      <span aria-hidden="true">{icon}</span>
      {text}
    </span>
  );
}
