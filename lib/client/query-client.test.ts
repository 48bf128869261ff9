import { QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { createQueryClient } from "./query-client";
import { queryKeys } from "./query-keys";
import { settle } from "./testing/environment";

it("reads the activity that is on the screen again when something was done, and no other", async () => {
  const client = createQueryClient();
  const asked: string[] = [];
  const show = (query: string) =>
    new QueryObserver(client, {
      queryKey: queryKeys.activity.list(query),
      queryFn: () => {
        asked.push(query);
        return [];
      },
    }).subscribe(() => {});
  const hide = show("kind=edit");
  await settle();
  hide();
  const stop = show("");
  await settle();
  expect(asked).toEqual(["kind=edit", ""]);
  const work = () => Promise.reject(new Error("no"));
  for (const mutationFn of [async () => "done", work]) {
    await client
      .getMutationCache()
      .build(client, { mutationFn, retry: false })
      .execute(undefined)
      .catch(() => undefined);
    await settle();
  }
  expect(asked).toEqual(["kind=edit", "", "", ""]);
  stop();
  client.clear();
});
