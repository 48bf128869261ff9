import { format } from "node:util";

type Level = "error" | "warn";

interface Expectation {
  level: Level;
  pattern: RegExp | string;
  met: boolean;
}

type State = { expectations: Expectation[]; unexpected: string[]; watched: WeakSet<Console> };

/** One for the process: files of tests that share it may each have a copy of this module. */
const shared = globalThis as typeof globalThis & { keepsakeTestConsole?: State };
shared.keepsakeTestConsole ??= { expectations: [], unexpected: [], watched: new WeakSet() };
const state = shared.keepsakeTestConsole;

const matches = (pattern: RegExp | string, text: string) =>
  typeof pattern === "string" ? text.includes(pattern) : pattern.test(text);

/**
 * Says that the running test will make the code under test write to `console.error` or
 * `console.warn`. What matches is kept quiet; a test whose expectation is never met fails.
 */
export function expectConsole(level: Level, pattern: RegExp | string): void {
  state.expectations.push({ level, pattern, met: false });
}

/** From here on nothing is written to `console.error` or `console.warn` without being noticed. */
export function watchConsole(): void {
  if (state.watched.has(console)) return;
  state.watched.add(console);
  for (const level of ["error", "warn"] as const) {
    const write = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      const text = format(...args);
      const expectation = state.expectations.find(
        (candidate) => candidate.level === level && matches(candidate.pattern, text),
      );
      if (expectation) {
        expectation.met = true;
        return;
      }
      state.unexpected.push(`console.${level}: ${text}`);
      write(...args);
    };
  }
}

/** What was written unexpectedly and what was expected in vain since the last call. */
export function takeConsoleProblems(): string[] {
  const problems = [
    ...state.unexpected,
    ...state.expectations
      .filter(({ met }) => !met)
      .map(({ level, pattern }) => `console.${level} never said ${pattern}`),
  ];
  state.unexpected = [];
  state.expectations = [];
  return problems;
}
