"use client";

import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn";
import { VisuallyHidden } from "./visually-hidden";

export interface Step {
  key: string;
  title: string;
  state: "done" | "current" | "failed" | "todo";
  /** At the end of the title's line: when it happened. */
  aside?: ReactNode;
  /** Under the title. */
  description?: ReactNode;
  /** Under the description: the action of this step. */
  body?: ReactNode;
}

const spoken = {
  done: "stepDone",
  current: "stepCurrent",
  failed: "stepFailed",
  todo: "stepTodo",
} as const;

function Mark({ state, number }: { state: Step["state"]; number: number }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "keep-color grid size-[30px] shrink-0 place-items-center rounded-full text-note",
        state === "done" && "bg-accent text-on-accent",
        state === "current" && "border-2 border-accent font-semibold text-accent",
        state === "failed" && "border-2 border-danger text-danger",
        state === "todo" && "border border-line-2 text-ink-3",
      )}
    >
      {state === "done" && <Check className="size-[15px]" />}
      {state === "failed" && <X className="size-3.5" />}
      {(state === "current" || state === "todo") && number}
    </span>
  );
}

/** Steps in the order they are taken, each with its state in words for those who do not see it. */
export function Stepper({ steps, label }: { steps: Step[]; label: string }) {
  const t = useTranslations("ui");
  return (
    <ol aria-label={label} className="grid">
      {steps.map((step, index) => (
        <li
          key={step.key}
          aria-current={step.state === "current" || step.state === "failed" ? "step" : undefined}
          className="flex gap-4 outline-none"
        >
          <div className="flex flex-col items-center">
            <Mark state={step.state} number={index + 1} />
            {index < steps.length - 1 && (
              <span aria-hidden="true" className="my-0.5 w-px grow bg-line-2" />
            )}
          </div>
          <div className={cn("min-w-0 grow", index < steps.length - 1 && "pb-[26px]")}>
            <div className="flex min-h-[30px] items-center justify-between gap-3">
              <h2
                className={cn(
                  "font-medium text-step",
                  step.state === "todo" ? "text-ink-3" : "text-ink",
                )}
              >
                {step.title}
                <VisuallyHidden>, {t(spoken[step.state])}</VisuallyHidden>
              </h2>
              {step.aside !== undefined && (
                <span className="shrink-0 proportional-nums text-ink-3 text-small">
                  {step.aside}
                </span>
              )}
            </div>
            {step.description !== undefined && (
              <div className="me-4 max-w-[26rem] text-ink-2 text-ui leading-[21px]">
                {step.description}
              </div>
            )}
            {step.body !== undefined && <div className="mt-3.5">{step.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
