import type { Context } from "hono";
import { html } from "hono/html";
import type { AccessRequest, Decision } from "../store/access-requests";
import type { Person } from "../store/people";
import { type Html, page, time } from "./layout";

export interface DashboardView {
  applicationName: string;
  /** Where the way back to the application leads. */
  applicationUrl: string;
  people: readonly Person[];
  person: Person;
  requests: readonly AccessRequest[];
  memories: number;
  notice: string | null;
  proof: string;
}

/** What can be done with a request in each state; a decision that was taken back stays so. */
const choices: Record<AccessRequest["status"], readonly [label: string, decision: Decision][]> = {
  pending: [
    ["Approve", "approved"],
    ["Reject", "rejected"],
  ],
  approved: [["Revoke", "revoked"]],
  rejected: [],
  revoked: [],
};

const hidden = (
  view: DashboardView,
) => html`<input type="hidden" name="person" value="${view.person.id}">
<input type="hidden" name="proof" value="${view.proof}">`;

function requestItem(view: DashboardView, request: AccessRequest): Html {
  const { id, status } = request;
  const buttons = choices[status].map(
    ([label, decision]) => html`<form method="post" action="/dashboard/requests/${id}">
${hidden(view)}<input type="hidden" name="decision" value="${decision}">
<button${decision === "approved" ? html` class="strong"` : ""} aria-describedby="reason-${id}">${label}</button>
</form>`,
  );
  return html`<li class="card" data-request="${id}" data-status="${status}">
<div class="head"><h3>${view.applicationName}</h3><span class="status">${status}</span></div>
<blockquote id="reason-${id}">${request.reason}</blockquote>
<p class="soft small">Asked ${time(request.created_at)}${status === "pending" ? "" : html` · ${status} ${time(request.updated_at)}`}</p>
${buttons.length > 0 ? html`<div class="actions">${buttons}</div>` : ""}
</li>`;
}

function picker(view: DashboardView): Html {
  const links = view.people.map(
    (person) =>
      html`<a href="/dashboard?person=${person.id}"${person.id === view.person.id ? html` aria-current="true"` : ""}>${person.name}</a>`,
  );
  return html`<nav class="people" aria-label="People">${links}</nav>`;
}

/** A person's own page at "Memoram": who may read their memories, and their key. */
export function dashboardPage(c: Context, view: DashboardView): Response | Promise<Response> {
  const { person, requests } = view;
  const list =
    requests.length > 0
      ? html`<ul class="plain">${requests.map((request) => requestItem(view, request))}</ul>`
      : html`<p class="card soft">No application has asked for access yet.</p>`;
  return page(c, {
    title: `Dashboard of ${person.name}`,
    body: html`${picker(view)}
<h1>${person.name}</h1>
${
  view.notice
    ? html`<div class="card notice"><p role="status">${view.notice}</p>
<p><a class="back" href="${view.applicationUrl}">Back to ${view.applicationName}</a></p></div>`
    : ""
}
<h2>Access requests</h2>
${list}
<h2>Memories</h2>
<div class="card">
<dl>
<dt>Memories kept</dt><dd>${view.memories.toLocaleString("en-GB")}</dd>
<dt>Key version</dt><dd>${person.key_version}</dd>
</dl>
<label class="field"><span>Memory key</span><input type="text" readonly value="${person.memory_key}" autocomplete="off" spellcheck="false"></label>
<p class="soft small">Some applications ask for the memory key instead of signing you in. Whoever has it can ask for access; you still decide here.</p>
</div>
<h2>Encryption key</h2>
<form class="card" method="post" action="/dashboard/rotate">
${hidden(view)}
<p>A new key and the next key version. Applications have to fetch the new key before they can read anything.</p>
<label class="check"><input type="checkbox" name="reencrypt" value="yes" checked><span>Re-encrypt the memories already kept</span></label>
<div class="actions"><button>Rotate key</button></div>
</form>
<h2>Demo data</h2>
<form class="card" method="post" action="/dashboard/start-over">
${hidden(view)}
<p>Puts ${person.name}’s memories and tags back to how they were at first and ends every access that is pending or approved.</p>
<div class="actions"><button>Start over</button></div>
</form>`,
  });
}
