import { Hono } from "hono";
import type { SandboxContext } from "../context";
import {
  formProof,
  isOurForm,
  nameBrowser,
  rememberedPerson,
  rememberPerson,
} from "../pages/browser";
import { consentPage } from "../pages/consent";
import { readPostedForm } from "../pages/form";
import { problemPage } from "../pages/layout";
import { issueCode } from "../store/oauth";
import { listPeople } from "../store/people";
import { checkAuthorizationRequest, redirectTo } from "./authorization-request";
import { readTicket, writeTicket } from "./consent-ticket";

/** `/oauth/authorize`: the page on which a person lets the application know who they are. */
export function authorizeRoutes(context: SandboxContext): Hono {
  const { settings, database } = context;
  const routes = new Hono();

  routes.get("/oauth/authorize", async (c) => {
    const outcome = checkAuthorizationRequest(new URL(c.req.url).searchParams, settings);
    if (outcome.kind === "redirect") return c.redirect(outcome.to, 302);
    if (outcome.kind === "refused") {
      const title = "This sign-in link does not work";
      return problemPage(c, { title, text: outcome.reason, status: 400 });
    }
    const people = await listPeople(database);
    const ticket = writeTicket(outcome.request);
    return consentPage(c, {
      applicationName: settings.applicationName,
      redirectUri: outcome.request.redirectUri,
      people,
      chosen: rememberedPerson(c, people),
      ticket,
      proof: formProof(context, nameBrowser(c, context), ticket),
    });
  });

  routes.post("/oauth/authorize", async (c) => {
    const form = await readPostedForm(c);
    const ticket = form.get("ticket") ?? "";
    const ours = isOurForm(c, context, ticket, form.get("proof"));
    const request = ours ? readTicket(ticket) : null;
    if (!request) {
      const title = "This page is no longer good";
      const text = `Nothing was decided. Go back to ${settings.applicationName} and sign in from there again.`;
      return problemPage(c, { title, text, status: ours ? 400 : 403 });
    }
    const { redirectUri, state, codeChallenge } = request;
    if (form.get("decision") !== "allow") {
      const description = "The person did not allow it.";
      return c.redirect(
        redirectTo(redirectUri, {
          error: "access_denied",
          error_description: description,
          state,
        }),
        303,
      );
    }
    const people = await listPeople(database);
    const person = people.find(({ id }) => id === form.get("person"));
    if (!person) {
      const text = "Go back one page and choose who you are.";
      return problemPage(c, { title: "Nobody was chosen", text, status: 400 });
    }
    rememberPerson(c, context, person);
    const code = await issueCode(
      database,
      { personId: person.id, clientId: settings.clientId, redirectUri, codeChallenge },
      settings.codeTtlSeconds,
    );
    return c.redirect(redirectTo(redirectUri, { code, state }), 303);
  });

  return routes;
}
