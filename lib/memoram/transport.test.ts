import { Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../errors";
import { ignoreBody, readAnswer } from "./http";
import { underWaySince, wasNeverSent } from "./sent";
import { httpAnswer, type RawServer, startRawServer } from "./testing/raw-server";
import { createTransport, type RawRequest, transportLimits } from "./transport";

const servers: RawServer[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const send = createTransport();

async function serve(answer: (socket: Socket, connection: number) => void) {
  const server = await startRawServer(answer);
  servers.push(server);
  const ask = (request: Partial<RawRequest> = {}, signal = new AbortController().signal) =>
    send({ method: "GET", url: `${server.url}/`, headers: {}, ...request }, signal);
  return { server, ask };
}

const always = (bytes: Buffer | string) => serve((socket) => socket.end(bytes));
const code = (expected: string) => expect.objectContaining({ code: expected });

async function msOf(work: Promise<unknown>): Promise<number> {
  const startedAt = Date.now();
  await work.catch(() => undefined);
  return Date.now() - startedAt;
}

describe("an answer", () => {
  it("is its status, its Retry-After and its text", async () => {
    const { ask } = await always(httpAnswer(200, '{"a":"é€😀"}', { "retry-after": "3" }));
    await expect(ask()).resolves.toEqual({ status: 200, retryAfter: "3", text: '{"a":"é€😀"}' });
  });

  it("is not followed when it leads elsewhere", async () => {
    const other = await always(httpAnswer(200, "{}"));
    for (const status of [301, 302, 303, 307, 308]) {
      const location = `${other.server.url}/elsewhere`;
      const { ask } = await always(httpAnswer(status, "", { location }));
      await expect(ask()).resolves.toMatchObject({ status });
    }
    expect(other.server.received).toEqual([]);
  });

  it.each([
    ["no UTF-8", httpAnswer(200, Buffer.from('{"a":"\xff"}', "latin1"))],
    ["no HTTP", "SSH-2.0-OpenSSH_9.6\r\n\r\n"],
    ["a header without end", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(200_000)}\r\n\r\n{}`],
    ["a version of HTTP that does not exist", "HTTP/9.9 200 OK\r\ncontent-length: 2\r\n\r\n{}"],
  ])("that is %s cannot be read", async (_, bytes) => {
    const { ask } = await always(bytes);
    await expect(ask()).rejects.toEqual(code("memoram-bad-response"));
  });

  it("may have 10 MB and not a byte more, whatever length it declares", async () => {
    const most = transportLimits.bodyBytes;
    const full = await always(httpAnswer(200, Buffer.alloc(most, "1")));
    expect((await full.ask()).text.length).toBe(most);
    const declared = await always(httpAnswer(200, Buffer.alloc(most + 1, "1")));
    await expect(declared.ask()).rejects.toEqual(code("memoram-bad-response"));
    const endless = await serve((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      const chunk = Buffer.alloc(1024 * 1024, "1");
      const more = () => socket.write(chunk, () => setImmediate(more));
      more();
    });
    await expect(endless.ask()).rejects.toEqual(code("memoram-bad-response"));
  });
});

describe("an answer that says no counts by its status, whatever its body", () => {
  it.each([
    ["no UTF-8", 503, Buffer.from("<h1>D\xe9sol\xe9</h1>", "latin1")],
    ["larger than 10 MB", 500, Buffer.alloc(transportLimits.bodyBytes + 1, "x")],
    ["empty", 404, Buffer.alloc(0)],
    ["no UTF-8", 429, Buffer.from([0xff, 0xfe])],
  ])("%s: %i", async (_, status, body) => {
    const { ask } = await always(httpAnswer(status, body, { "content-type": "text/html" }));
    await expect(ask()).resolves.toMatchObject({ status });
  });

  it.each<[string, (socket: Socket) => void]>([
    ["is cut off", (socket) => setTimeout(() => socket.resetAndDestroy(), 50)],
    ["never ends", () => {}],
  ])("that %s", async (_, goOn) => {
    const { ask } = await serve((socket) => {
      socket.write("HTTP/1.1 503 X\r\ncontent-length: 90\r\n\r\n<h1>", () => goOn(socket));
    });
    await expect(ask()).resolves.toMatchObject({ status: 503, text: "<h1>" });
  });
});

describe("no answer", () => {
  it("refused", async () => {
    const { server, ask } = await always("");
    await server.close();
    await expect(ask()).rejects.toEqual(code("memoram-unavailable"));
  });

  it.each([
    ["before the head", ""],
    ["in the head", "HTTP/1.1 200 OK\r\ncontent-le"],
    ["before the body", "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n"],
    ["in the body", 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{"a"'],
    ["in a chunk", 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{"a"'],
  ])("cut %s, by a reset or by a plain end", async (_, bytes) => {
    for (const cut of [(socket: Socket) => socket.resetAndDestroy(), (s: Socket) => s.end()]) {
      const { ask } = await serve((socket) => {
        if (bytes === "") cut(socket);
        else socket.write(bytes, () => setTimeout(() => cut(socket), 20));
      });
      await expect(ask()).rejects.toEqual(code("memoram-unavailable"));
    }
  });

  it("in time, in every way of being slow: ends within an attempt's 5 s", async () => {
    const drip = (socket: Socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
      const timer = setInterval(() => socket.write("1"), 50);
      socket.on("close", () => clearInterval(timer));
    };
    const slow: ((socket: Socket) => void)[] = [
      () => {},
      (socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-"),
      (socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"),
      drip,
    ];
    const times = slow.map(async (answer) => {
      const { ask } = await serve(answer);
      const asked = ask();
      const ms = msOf(asked);
      await expect(asked).rejects.toEqual(code("memoram-timeout"));
      return ms;
    });
    for (const ms of await Promise.all(times)) {
      expect(ms).toBeGreaterThan(4_500);
      expect(ms).toBeLessThan(7_000);
    }
  });

  it("to a connection that is never made: ends after about 2 s", async () => {
    const { ask } = await always(httpAnswer(200, "{}"));
    vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket) {
      return this;
    });
    const asked = ask();
    const ms = msOf(asked);
    await expect(asked).rejects.toEqual(code("memoram-timeout"));
    expect(await ms).toBeGreaterThan(1_500);
    expect(await ms).toBeLessThan(4_000);
  });

  it("in time, while memory is being cleaned up: no limit is lost with it", async () => {
    setFlagsFromString("--expose-gc");
    const collectGarbage: () => void = runInNewContext("gc");
    const collecting = setInterval(collectGarbage, 20);
    const { ask } = await serve((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
      const timer = setInterval(() => socket.write("1"), 50);
      socket.on("close", () => clearInterval(timer));
    });
    const asked = [ask({}, AbortSignal.timeout(400)), ask()];
    const times = Promise.all(asked.map(msOf));
    for (const each of asked) await expect(each).rejects.toEqual(code("memoram-timeout"));
    clearInterval(collecting);
    const [own, attempt] = await times;
    expect(own).toBeLessThan(2_000);
    expect(attempt).toBeLessThan(7_000);
  });

  it("when the caller's own time is over", async () => {
    const { ask } = await serve(() => {});
    const asked = ask({}, AbortSignal.timeout(150));
    const ms = msOf(asked);
    await expect(asked).rejects.toEqual(code("memoram-timeout"));
    expect(await ms).toBeLessThan(1_500);
    await expect(ask({}, AbortSignal.abort())).rejects.toEqual(code("memoram-timeout"));
  });
});

describe("whether a call may still be at work at Memoram", () => {
  const cut = (socket: Socket) => socket.resetAndDestroy();
  it.each<[string, boolean, (socket: Socket) => void]>([
    ["its connection is cut before an answer", true, cut],
    ["what came is no answer", true, (socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n\r\n")],
    [
      "its answer breaks off: it was done",
      false,
      (socket) =>
        socket.write("HTTP/1.1 201 Created\r\ncontent-length: 9\r\n\r\n{", () => cut(socket)),
    ],
    ["its answer is no text", false, (socket) => socket.end(httpAnswer(201, Buffer.from([0xff])))],
  ])("%s: %s", async (_, isOpen, answer) => {
    const { ask } = await serve(answer);
    const failed = await ask({ method: "POST", body: "{}" }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(AppError);
    expect(underWaySince(failed) !== null).toBe(isOpen);
    expect(wasNeverSent(failed)).toBe(false);
  });

  it("nothing took its connection: it was never sent", async () => {
    const { server, ask } = await always("");
    await server.close();
    const failed = await ask({ method: "POST", body: "{}" }).catch((error: unknown) => error);
    expect([failed, underWaySince(failed)]).toEqual([code("memoram-unavailable"), null]);
    expect(wasNeverSent(failed)).toBe(true);
  });

  it("there is no word within its time: since it was sent", async () => {
    const { ask } = await serve(() => {});
    const before = Date.now();
    const asked = ask({}, AbortSignal.timeout(300));
    const after = Date.now();
    const failed = await asked.catch((error: unknown) => error);
    expect(failed).toEqual(code("memoram-timeout"));
    expect(underWaySince(failed)).toBeGreaterThanOrEqual(before);
    expect(underWaySince(failed)).toBeLessThanOrEqual(after);
  });

  it.each([
    [500, false],
    [501, false],
    [502, true],
    [503, true],
    [504, true],
    [524, true],
  ])("it is answered %i: %s", (status, isOpen) => {
    const read = () => readAnswer({ status, retryAfter: undefined, text: "" }, ignoreBody);
    expect(read).toThrow(code("memoram-unavailable"));
    try {
      read();
    } catch (error) {
      expect(underWaySince(error) !== null).toBe(isOpen);
    }
  });
});

describe("an answer of which only the status counts", () => {
  const discard = { method: "DELETE", discardsBody: true } as const;

  it.each([
    ["no UTF-8", httpAnswer(200, Buffer.from([0xff]))],
    ["cut off", 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"a"'],
    ["too large", httpAnswer(200, Buffer.alloc(transportLimits.bodyBytes + 1, "x"))],
    ["empty", httpAnswer(200, "")],
  ])("is not asked for its body: %s", async (_, bytes) => {
    const { ask } = await always(bytes);
    await expect(ask(discard)).resolves.toMatchObject({ status: 200, text: "" });
  });

  it("does not wait for the rest of its body", async () => {
    const { ask } = await serve((socket) =>
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n"),
    );
    expect(await msOf(ask(discard))).toBeLessThan(1_500);
  });
});

describe("connections", () => {
  it("each write gets one of its own, reads share one", async () => {
    const { server, ask } = await serve((socket) => {
      socket.write(httpAnswer(200, "{}"));
      socket.on("data", () => socket.write(httpAnswer(200, "{}")));
    });
    for (const method of ["POST", "PATCH", "DELETE"] as const) await ask({ method, body: "{}" });
    expect(server.received).toHaveLength(3);
    for (let count = 0; count < 6; count += 1) await ask();
    expect(server.received.length).toBeLessThan(3 + 6);
  });

  it("sends each write once, even when the server hangs up without a word", async () => {
    const { server, ask } = await serve((socket) => socket.destroy());
    for (const method of ["POST", "PATCH", "DELETE"] as const) {
      await expect(ask({ method, body: "{}" })).rejects.toEqual(code("memoram-unavailable"));
    }
    expect(server.received).toHaveLength(3);
  });
});
