import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const tones = {
  info: { icon: Info, box: "border-line bg-raised text-ink-2", mark: "text-accent" },
  warn: { icon: TriangleAlert, box: "border-transparent bg-warn-soft text-ink", mark: "text-warn" },
  danger: {
    icon: CircleAlert,
    box: "border-transparent bg-danger-soft text-ink",
    mark: "text-danger",
  },
} as const;

interface NoticeProps {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons or links: what the person can do. */
  actions?: ReactNode;
  /** `alert` interrupts, `status` waits its turn; leave out for what stands there from the start. */
  role?: "alert" | "status";
  className?: string;
}

/** A boxed remark inside the page: what happened, what it means, what can be done. */
export function Notice({ tone = "info", title, children, actions, role, className }: NoticeProps) {
  const { icon: Icon, box, mark } = tones[tone];
  return (
    <div
      {...(role === undefined ? {} : { role })}
      className={cn("flex gap-2.5 rounded-card border p-3.5 text-note", box, className)}
    >
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", mark)} />
      <div className="grid min-w-0 grow gap-1">
        {title !== undefined && <p className="font-medium text-ink">{title}</p>}
        {children}
        {actions !== undefined && <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
