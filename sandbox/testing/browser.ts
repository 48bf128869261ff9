/** A browser as far as the sandbox's pages need one: cookies, links, forms without script. */
export class Browser {
  #cookies = new Map<string, string>();

  async #fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: { ...(cookie ? { cookie } : {}), ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }

  async open(url: string): Promise<{ answer: Response; html: string }> {
    const answer = await this.#fetch(url);
    return { answer, html: await answer.text() };
  }

  post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    return this.#fetch(url, { method: "POST", body: new URLSearchParams(fields), headers });
  }
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** The text of an attribute or element, with its entities resolved. */
export function plain(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

/** The hidden fields of the form that is sent to `action`. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const form = html.split("<form").find((part) => part.includes(`action="${action}"`)) ?? "";
  const fields: Record<string, string> = {};
  for (const [, name = "", value = ""] of form
    .split("</form>")[0]
    ?.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g) ?? []) {
    fields[name] = plain(value);
  }
  return fields;
}
