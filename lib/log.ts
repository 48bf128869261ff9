import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

/** The only fields a log line may have. Anything else is dropped, so that no value slips in. */
export type LogFields = {
  code?: string;
  route?: string;
  method?: string;
  status?: number;
  ms?: number;
  requestId?: string;
  userId?: string;
  /** The name of a class of errors or a system code such as ECONNRESET; never a message. */
  cause?: string;
};

const allowed = [
  "code",
  "route",
  "method",
  "status",
  "ms",
  "requestId",
  "userId",
  "cause",
] as const satisfies (keyof LogFields)[];

let logger: pino.Logger | undefined;

function write(level: "debug" | "info" | "warn" | "error", message: string, fields: LogFields) {
  logger ??= pino({ level: env().LOG_LEVEL, base: null });
  const line: Record<string, string | number> = {};
  for (const name of allowed) {
    const value = fields[name];
    if (value !== undefined) line[name] = value;
  }
  logger[level](line, message);
}

/** Structured log on stdout. `message` is a constant sentence; values go into `fields`. */
export const log = {
  debug: (message: string, fields: LogFields = {}) => write("debug", message, fields),
  info: (message: string, fields: LogFields = {}) => write("info", message, fields),
  warn: (message: string, fields: LogFields = {}) => write("warn", message, fields),
  error: (message: string, fields: LogFields = {}) => write("error", message, fields),
};

/** A system code or a class's name; anything freer could carry a value. */
const isName = (text: unknown): text is string =>
  typeof text === "string" && /^[\w.-]{1,64}$/.test(text);

/** What a log may say of an error: its system code or its class, outermost first; no message. */
export function causeOf(error: unknown): string {
  const names: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code: unknown = "code" in at ? at.code : undefined;
    names.push([code, at.name].find(isName) ?? "Error");
  }
  return names.join(" < ") || typeof error;
}
