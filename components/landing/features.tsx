import { LockKeyhole, type LucideIcon, PencilLine, Search } from "lucide-react";

const features: { icon: LucideIcon; text: string }[] = [
  { icon: Search, text: "Search titles and summaries, filter by tag" },
  { icon: PencilLine, text: "Set right what is wrong, delete what should go" },
  { icon: LockKeyhole, text: "Your key stays sealed on the server" },
];

/** Three things that are true of Keepsake today. */
export function Features() {
  return (
    <ul className="grid gap-3.5 text-balance text-caption text-ink-2 sm:grid-cols-3 sm:gap-10">
      {features.map(({ icon: Icon, text }) => (
        <li key={text} className="flex max-w-[16.5rem] gap-2.5">
          <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent" />
          {text}
        </li>
      ))}
    </ul>
  );
}
