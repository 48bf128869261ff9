import type { BrowserContext } from "@playwright/test";
import type { Servers } from "./servers";

/** What went wrong in a browser without any assertion looking at it. */
export interface Watch {
  /** Excuses every problem that matches, from now on: for what a journey brings about on purpose. */
  allow(pattern: RegExp): void;
  /** The problems that were not excused. */
  problems(): string[];
  /** Watches another context as well. */
  add(context: BrowserContext): Promise<void>;
}

const harmlessSchemes = new Set(["data:", "blob:", "about:"]);

/**
 * Watches browser contexts for console errors and warnings, uncaught exceptions, violations of the
 * content security policy, answers with an error status, and requests to any origin but the app's
 * and the sandbox's. Each is one line: `404 GET http://…`, `console.error …`.
 */
export function createWatch(servers: Servers): Watch {
  const found: string[] = [];
  const allowed: RegExp[] = [];
  const ours = new Set([new URL(servers.app).origin, new URL(servers.sandbox).origin]);

  return {
    allow: (pattern) => allowed.push(pattern),
    problems: () => found.filter((line) => !allowed.some((pattern) => pattern.test(line))),
    async add(context) {
      context.on("console", (message) => {
        const text = message.text();
        // The answer itself is reported below, with its method.
        if (text.startsWith("Failed to load resource: the server responded")) return;
        if (message.type() === "error" || message.type() === "warning") {
          found.push(`console.${message.type()} ${text} (${message.location().url})`);
        }
      });
      context.on("weberror", (error) => found.push(`exception ${error.error().message}`));
      context.on("request", (request) => {
        const { origin, protocol } = new URL(request.url());
        if (ours.has(origin) || harmlessSchemes.has(protocol)) return;
        found.push(`foreign request ${request.method()} ${request.url()}`);
      });
      context.on("response", (response) => {
        if (response.status() < 400) return;
        found.push(`${response.status()} ${response.request().method()} ${response.url()}`);
      });
      await context.exposeBinding("keepsakeReportViolation", (_source, line: string) => {
        found.push(`content policy ${line}`);
      });
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          const report: unknown = Reflect.get(window, "keepsakeReportViolation");
          if (typeof report !== "function") return;
          const where = `${event.sourceFile || event.documentURI}:${event.lineNumber}`;
          report(`${event.effectiveDirective} ${event.blockedURI} at ${where}`);
        });
      });
    },
  };
}
