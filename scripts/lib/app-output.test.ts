import { expect, test } from "vitest";
import { readableAppLine } from "./app-output";

test.each([
  "▲ Next.js 16.4.6 (Turbopack)",
  "   - Local:         http://localhost:3000",
  " ✓ Ready in 530ms",
  "\u001b[32m✓\u001b[39m Compiled /memories in 1.2s",
  " GET /memories 200 in 34ms (compile: 2ms)",
  " POST /api/memories 422 in 12ms",
  '{"level":30,"msg":"access request made"}',
  "   ",
])("is quiet about %j", (line) => {
  expect(readableAppLine(line)).toBeNull();
});

test.each([
  " GET /memories 500 in 34ms",
  " ⨯ ./app/page.tsx:3:1 Parsing failed",
  "    at Page (app/page.tsx:3:1)",
  "{ not: a log line }",
  "Keepsake cannot start; mend these settings:",
])("shows %j as it came", (line) => {
  expect(readableAppLine(line)).toBe(line);
});

test("puts warnings and errors of the log into words", () => {
  expect(readableAppLine('{"level":40,"msg":"slow"}')).toBe("warning: slow");
  const line = '{"level":50,"msg":"request failed","err":{"message":"no such table"}}';
  expect(readableAppLine(line)).toBe("error: request failed: no such table");
});
