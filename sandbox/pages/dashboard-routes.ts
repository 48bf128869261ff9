import { type Context, Hono } from "hono";
import type { SandboxContext } from "../context";
import { rotateKey } from "../seed/rotate-key";
import { startOver } from "../seed/seed";
import {
  decideRequest,
  findRequest,
  listRequestsOf,
  type RequestStatus,
} from "../store/access-requests";
import { countBlobs } from "../store/blobs";
import { findPerson, listPeople, type Person } from "../store/people";
import { formProof, isOurForm, nameBrowser, rememberedPerson, rememberPerson } from "./browser";
import { dashboardPage } from "./dashboard";
import { readPostedForm } from "./form";
import { problemPage } from "./layout";

const proofOf = "dashboard";

const notices: Record<string, string> = {
  approved: "Approved. The application can read and change these memories now.",
  rejected: "Rejected. The application cannot read these memories.",
  revoked: "Revoked. The application can no longer read these memories.",
  unchanged: "That request had been decided already; nothing changed.",
  rotated: "The encryption key is a new one.",
  restarted: "The memories are as they were at first.",
};

/** From which state the person can decide what. */
const decidableFrom: Record<
  string,
  { to: Exclude<RequestStatus, "pending">; from: RequestStatus }
> = {
  approved: { to: "approved", from: "pending" },
  rejected: { to: "rejected", from: "pending" },
  revoked: { to: "revoked", from: "approved" },
};

/** `/dashboard`: where a person approves, rejects and revokes. */
export function dashboardRoutes(context: SandboxContext): Hono {
  const { settings, database } = context;
  const applicationUrl = new URL(settings.redirectUris[0] ?? settings.origin).origin;
  const routes = new Hono();

  routes.get("/", (c) => c.redirect("/dashboard", 302));

  routes.get("/dashboard", async (c) => {
    const people = await listPeople(database);
    const asked = people.find(({ id }) => id === c.req.query("person"));
    const person = asked ?? rememberedPerson(c, people);
    if (!person) {
      return problemPage(c, { title: "Nobody is here", text: "The store is empty.", status: 404 });
    }
    if (asked) rememberPerson(c, context, asked);
    return dashboardPage(c, {
      applicationName: settings.applicationName,
      applicationUrl,
      people,
      person,
      requests: await listRequestsOf(database, person.id),
      memories: await countBlobs(database, person.id),
      notice: notices[c.req.query("notice") ?? ""] ?? null,
      proof: formProof(context, nameBrowser(c, context), proofOf),
    });
  });

  /** Runs an action for the person whose page was posted, then shows that page again. */
  async function act(
    c: Context,
    action: (person: Person, form: ReadonlyMap<string, string>) => Promise<string>,
  ): Promise<Response> {
    const form = await readPostedForm(c);
    const person = await findPerson(database, form.get("person") ?? "");
    if (!person || !isOurForm(c, context, proofOf, form.get("proof"))) {
      const text = "Nothing was changed. Open the dashboard again and repeat it from there.";
      return problemPage(c, { title: "This page is no longer good", text, status: 403 });
    }
    const notice = await action(person, form);
    rememberPerson(c, context, person);
    return c.redirect(`/dashboard?notice=${notice}`, 303);
  }

  routes.post("/dashboard/requests/:id", (c) =>
    act(c, async (person, form) => {
      const step = decidableFrom[form.get("decision") ?? ""];
      const request = await findRequest(database, c.req.param("id"));
      if (!step || request?.person_id !== person.id) return "unchanged";
      const done = await decideRequest(database, request.id, step.to, [step.from]);
      return done ? step.to : "unchanged";
    }),
  );

  routes.post("/dashboard/rotate", (c) =>
    act(c, async (person, form) => {
      await rotateKey(database, person.id, { reencrypt: form.get("reencrypt") === "yes" });
      return "rotated";
    }),
  );

  routes.post("/dashboard/start-over", (c) =>
    act(c, async (person) => {
      await startOver(database, person);
      return "restarted";
    }),
  );

  return routes;
}
