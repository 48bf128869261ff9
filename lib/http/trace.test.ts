import { createServer, request } from "node:http";
import { expect, it } from "vitest";
import { refuseTrace } from "@/lib/http/trace";

it("hands a TRACE on as a method that nothing knows, and leaves the others", async () => {
  refuseTrace();
  const seen: (string | undefined)[] = [];
  const server = createServer((incoming, outgoing) => {
    seen.push(incoming.method);
    outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  for (const method of ["TRACE", "GET"]) {
    await new Promise<void>((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port, method }, (answer) => {
        answer.resume().on("end", resolve);
      });
      sent.on("error", reject).end();
    });
  }
  await new Promise((resolve) => server.close(resolve));
  expect(seen).toEqual(["REFUSED", "GET"]);
});
