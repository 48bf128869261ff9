import type { Context } from "hono";
import { html } from "hono/html";
import type { Person } from "../store/people";
import { page } from "./layout";

/** Asks who the person is and whether the application may know it. */
export function consentPage(
  c: Context,
  view: {
    applicationName: string;
    redirectUri: string;
    people: readonly Person[];
    chosen: Person | null;
    ticket: string;
    proof: string;
  },
): Response | Promise<Response> {
  const application = view.applicationName;
  const choices = view.people.map(
    (person) => html`<div class="choice">
<input type="radio" name="person" id="person-${person.slug}" value="${person.id}" aria-describedby="note-${person.slug}" required${person.id === view.chosen?.id ? " checked" : ""}>
<label for="person-${person.slug}">${person.name}</label>
<span class="soft small" id="note-${person.slug}">${person.note}</span>
</div>`,
  );
  const target = new URL(view.redirectUri);
  return page(c, {
    title: `Let ${application} know who you are?`,
    formTargets: [target.origin],
    body: html`<h1>Let ${application} know who you are?</h1>
<p>${application} asks Memoram to sign you in. With <strong>Allow</strong> it receives your memory key and can ask for access to your memories. It cannot read any until you approve that request in the dashboard.</p>
<form method="post" action="/oauth/authorize">
<input type="hidden" name="ticket" value="${view.ticket}">
<input type="hidden" name="proof" value="${view.proof}">
<fieldset>
<legend>Continue as</legend>
${choices}
</fieldset>
<p class="soft small">Afterwards you return to ${target.origin}.</p>
<div class="actions">
<button class="strong" name="decision" value="allow">Allow</button>
<button name="decision" value="deny" formnovalidate>Deny</button>
</div>
</form>`,
  });
}
