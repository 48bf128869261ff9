import { createHash } from "node:crypto";
import type { Context } from "hono";
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { css } from "./style";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The address of the style sheet changes with its text, so that it can be cached for ever. */
export const cssPath = `/sandbox-${createHash("sha256").update(css).digest("hex").slice(0, 12)}.css`;

/**
 * A whole page, under a policy that allows no script at all.
 * @param options.formTargets origins that a form on this page may be redirected to: browsers hold
 *   the redirect after a form to `form-action` too
 */
export function page(
  c: Context,
  options: {
    title: string;
    body: Html;
    status?: 200 | 400 | 403 | 404 | 500;
    formTargets?: string[];
  },
): Response | Promise<Response> {
  const formAction = ["'self'", ...(options.formTargets ?? [])].join(" ");
  c.header(
    "Content-Security-Policy",
    `default-src 'none'; style-src 'self'; img-src data:; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
  );
  c.header("Cache-Control", "no-store");
  // Not `no-referrer`: under it browsers send `Origin: null` with our own forms.
  c.header("Referrer-Policy", "same-origin");
  c.header("X-Content-Type-Options", "nosniff");
  return c.html(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${options.title} · Memoram sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${cssPath}">
</head>
<body>
<header><p class="band"><strong>SANDBOX</strong> — a stand-in for Memoram. Nothing here is real.</p></header>
<main>${options.body}</main>
</body>
</html>`,
    options.status ?? 200,
  );
}

/** A page that only says what is wrong. */
export function problemPage(
  c: Context,
  problem: { title: string; text: string; status: 400 | 403 | 404 | 500 },
): Response | Promise<Response> {
  return page(c, {
    title: problem.title,
    status: problem.status,
    body: html`<h1>${problem.title}</h1><p>${problem.text}</p>`,
  });
}

const formatter = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

/** A moment as people read it, in UTC. */
export function time(moment: Date): Html {
  return html`<time datetime="${moment.toISOString()}">${formatter.format(moment)} UTC</time>`;
}
