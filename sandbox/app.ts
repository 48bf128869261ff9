import { Hono } from "hono";
import { apiApp } from "./api/api";
import { handleUnknownPath } from "./api/errors";
import { limitBody } from "./body-limit";
import type { NodeEnv, SandboxContext } from "./context";
import type { CallLog } from "./control/calls";
import type { Faults } from "./control/faults";
import { authorizeRoutes } from "./oauth/authorize";
import { dashboardRoutes } from "./pages/dashboard-routes";
import { cssPath, problemPage } from "./pages/layout";
import { css } from "./pages/style";

/** The whole sandbox as one Hono application: API, consent page and dashboard. */
export function createApp(
  context: SandboxContext,
  control: { calls: CallLog; faults: Faults } | null,
): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  if (control) app.use(control.calls.record, control.faults.spoil);
  app.use(async (c, next) => {
    // An id with U+0000 in it exists nowhere, and Postgres could not even be asked for it.
    if (new URL(c.req.url).pathname.includes("%00")) return c.notFound();
    await next();
  });
  app.route("/api/v1", apiApp(context));

  app.use(
    limitBody({
      maxSize: 64 * 1024,
      onError: (c) =>
        problemPage(c, {
          title: "That was too much",
          text: "No form here is that long.",
          status: 400,
        }),
    }),
  );
  app.route("/", authorizeRoutes(context));
  app.route("/", dashboardRoutes(context));
  app.get(cssPath, (c) => {
    c.header("Cache-Control", "public, max-age=31536000, immutable");
    return c.text(css, 200, { "Content-Type": "text/css; charset=utf-8" });
  });

  app.notFound((c) => {
    if (c.req.path.startsWith("/api/")) return handleUnknownPath(c);
    const text = "The dashboard is at /dashboard.";
    return problemPage(c, { title: "There is no such page", text, status: 404 });
  });
  app.onError((error, c) => {
    console.error(error);
    const text = "The terminal that the sandbox runs in has the details.";
    return problemPage(c, { title: "Something went wrong in the sandbox", text, status: 500 });
  });
  return app;
}
