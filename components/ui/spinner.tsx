import { cn } from "./cn";

/** A turning ring in the colour of the text around it. Silent: say in words what is going on. */
export function Spinner({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      className={cn("size-4 animate-spinner", className)}
    >
      <circle cx="8" cy="8" r="6.25" opacity="0.28" />
      <path d="M14.25 8A6.25 6.25 0 0 0 8 1.75" strokeLinecap="round" />
    </svg>
  );
}
