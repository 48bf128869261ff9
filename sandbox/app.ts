import { Hono } from "hono";
import { apiApp } from "./api/api";
import { handleUnknownPath } from "./api/errors";
import type { NodeEnv, SandboxContext } from "./context";
import type { CallLog } from "./control/calls";
import type { Faults } from "./control/faults";

/** The whole sandbox as one Hono application: API, consent page and dashboard. */
export function createApp(
  context: SandboxContext,
  control: { calls: CallLog; faults: Faults } | null,
): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  if (control) app.use(control.calls.record, control.faults.spoil);
  app.route("/api/v1", apiApp(context));
  app.notFound(handleUnknownPath);
  return app;
}
