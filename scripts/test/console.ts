import { format } from "node:util";

type Level = "error" | "warn";

interface Expectation {
  level: Level;
  pattern: RegExp | string;
  met: boolean;
}

let expectations: Expectation[] = [];
let unexpected: string[] = [];

const matches = (pattern: RegExp | string, text: string) =>
  typeof pattern === "string" ? text.includes(pattern) : pattern.test(text);

/**
 * Says that the running test will make the code under test write to `console.error` or
 * `console.warn`. What matches is kept quiet; a test whose expectation is never met fails.
 */
export function expectConsole(level: Level, pattern: RegExp | string): void {
  expectations.push({ level, pattern, met: false });
}

/** From here on nothing is written to `console.error` or `console.warn` without being noticed. */
export function watchConsole(): void {
  for (const level of ["error", "warn"] as const) {
    const write = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      const text = format(...args);
      const expectation = expectations.find(
        (candidate) => candidate.level === level && matches(candidate.pattern, text),
      );
      if (expectation) {
        expectation.met = true;
        return;
      }
      unexpected.push(`console.${level}: ${text}`);
      write(...args);
    };
  }
}

/** What was written unexpectedly and what was expected in vain since the last call. */
export function takeConsoleProblems(): string[] {
  const problems = [
    ...unexpected,
    ...expectations
      .filter(({ met }) => !met)
      .map(({ level, pattern }) => `console.${level} never said ${pattern}`),
  ];
  unexpected = [];
  expectations = [];
  return problems;
}
