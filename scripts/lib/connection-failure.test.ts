import { expect, test } from "vitest";
import {
  databaseUrlProblem,
  describeDatabase,
  explainConnectionFailure,
} from "./connection-failure";
import { migrate } from "./migrate";
import { Sentence } from "./sentence";

const url = "postgresql://someone:hunter2@db.example:6543/keepsake";
const withCode = (code: string, message = "words of the driver") =>
  Object.assign(new Error(message), { code });

test.each([undefined, "", "  "])("DATABASE_URL missing: %j", (value) => {
  expect(databaseUrlProblem(value)).toMatch(/^DATABASE_URL is not set: .+\.$/);
});

test.each(["mysql://host/db", "localhost:5432", "postgresql"])(
  "no Postgres address: %s",
  (value) => {
    expect(databaseUrlProblem(value)).toMatch(/^DATABASE_URL is not a Postgres address: .+\.$/);
  },
);

test.each([url, "postgres://localhost/x", "postgresql:///x?host=/run/pg"])("fine: %s", (value) => {
  expect(databaseUrlProblem(value)).toBeUndefined();
});

test("a database is described without user and password", () => {
  expect(describeDatabase(url)).toBe("db.example:6543/keepsake");
  expect(describeDatabase("postgres://localhost/x")).toBe("localhost:5432/x");
});

test.each([
  withCode("ECONNREFUSED"),
  new AggregateError([withCode("ECONNREFUSED"), withCode("ECONNREFUSED")]),
  withCode("ENOTFOUND"),
  withCode("ETIMEDOUT"),
  withCode("ECONNRESET"),
  withCode("28P01"),
  withCode("3D000"),
  withCode("42501"),
  withCode("53300"),
  new Error("timeout exceeded when trying to connect"),
  withCode("DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed certificate"),
])("%s becomes one sentence that names the database and no password", (error) => {
  const explained = explainConnectionFailure(error, url);
  expect(explained).toBeInstanceOf(Sentence);
  expect(String(explained)).toContain("db.example:6543");
  expect(String(explained)).not.toMatch(/hunter2|\n/);
});

test("what it does not know comes back as it is", () => {
  const error = withCode("XX000");
  expect(explainConnectionFailure(error, url)).toBe(error);
  const sentence = new Sentence("Something about SSL and a timeout.");
  expect(explainConnectionFailure(sentence, url)).toBe(sentence);
});

test("migrate says the same", async () => {
  await expect(migrate({ url: undefined })).rejects.toThrow(/^DATABASE_URL is not set/);
});
