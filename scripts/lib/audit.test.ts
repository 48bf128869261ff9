import { describe, expect, test } from "vitest";
import { graveVulnerabilities } from "./audit";

const report = (vulnerabilities: Record<string, unknown>) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

describe("graveVulnerabilities", () => {
  test("names what is high or critical, and nothing below", () => {
    const output = report({
      next: { severity: "critical", range: "<16.4.1", via: [] },
      undici: { severity: "high", range: "<7.30.2", via: [] },
      postcss: { severity: "moderate", range: "<9", via: [] },
      clsx: { severity: "low", via: [] },
    });
    expect(graveVulnerabilities(output)).toEqual([
      "next <16.4.1: critical",
      "undici <7.30.2: high",
    ]);
  });

  test("is empty for a clean report", () => {
    expect(graveVulnerabilities(report({}))).toEqual([]);
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "npm error"],
    ["a refusal", JSON.stringify({ statusCode: 405, body: "" })],
    ["an error", JSON.stringify({ error: { code: "ENOAUDIT" } })],
  ])("is not known after %s", (_, output) => {
    expect(graveVulnerabilities(output)).toBeNull();
  });
});
