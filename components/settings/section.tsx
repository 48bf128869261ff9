import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

interface SectionProps {
  title: string;
  description?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** One subject of the settings: what it is about beside what can be set. */
export function Section({ title, description, className, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cn(
        "grid gap-x-10 gap-y-4 border-line border-t py-8 md:grid-cols-[13rem_minmax(0,1fr)]",
        className,
      )}
    >
      <div>
        <h2 id={id} className="text-section-title">
          {title}
        </h2>
        {description !== undefined && (
          <p className="mt-1 max-w-sm text-ink-3 text-note">{description}</p>
        )}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
