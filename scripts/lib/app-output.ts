import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

/** What Next says of itself at every start; the panel says it once, in one place. */
const banner = [
  /^\s*▲ Next\.js/,
  /^\s*- (Local|Network|Environments|Experiments|Logging|Cache)/,
  /^\s*✓ (Starting|Ready|Compiled|Finished)/,
  /^\s*○ Compiling/,
  /^\s*✓? ?(Running|Generating) /,
  /Attention: Next\.js now collects/,
];

/** A request that was answered as it should be; answers of the app's own count as that. */
const goodRequest = /^\s*(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \S+ [1-4]\d\d in /;

const logLine = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

function readLogLine(line: string): string | null | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const { level, msg, err } = logLine.parse(JSON.parse(line));
    if (level < 40) return null;
    const name = level >= 50 ? "error" : "warning";
    return `${name}: ${[msg, err?.message].filter(Boolean).join(": ")}`;
  } catch {
    return undefined;
  }
}

/**
 * What a person needs to see of a line that the app's process wrote: log lines in words,
 * everything that is neither banner nor ordinary request as it came.
 * @returns null for a line that can be kept quiet
 */
export function readableAppLine(line: string): string | null {
  const plain = stripVTControlCharacters(line);
  if (plain.trim() === "") return null;
  const logged = readLogLine(plain);
  if (logged !== undefined) return logged;
  if (banner.some((pattern) => pattern.test(plain)) || goodRequest.test(plain)) return null;
  return line;
}
