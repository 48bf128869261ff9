import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";

export type HttpAnswer = { status: number; headers: Headers; text: string };

function toHeaders(given: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  return headers;
}

/** One request as it is said, path included: nothing is normalised, no redirect followed. */
export function send(
  origin: string,
  {
    method,
    path,
    headers = {},
    body = null,
  }: {
    method: string;
    path: string;
    headers?: Record<string, string>;
    body?: string | null;
  },
): Promise<HttpAnswer> {
  const { hostname, port } = new URL(origin);
  const length: Record<string, number> =
    body === null ? {} : { "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { hostname, port, method, path, headers: { ...length, ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: toHeaders(response.headers),
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}

/** Sends bytes as they are. @returns everything that came back until the end, or after 5 s. */
export function sendRaw(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let text = "";
    const socket = connect({ host: hostname, port: Number(port) }, () =>
      socket.write(bytes, "latin1"),
    );
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });
}
