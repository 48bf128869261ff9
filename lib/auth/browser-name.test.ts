import { expect, it } from "vitest";
import { browserNameOf } from "./browser-name";

const nameOf = (agent: string) => {
  const { browser, system } = browserNameOf(new Headers({ "user-agent": agent }));
  return [browser, system];
};

it.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox", "Linux"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36 Edg/129.0.0.0",
    "Edge",
    "Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Safari",
    "macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/129.0 Mobile/15E148 Safari/604.1",
    "Chrome",
    "iOS",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
    "Samsung Internet",
    "Android",
  ],
  ["curl/8.5.0", null, null],
  ["", null, null],
])("%s is %s on %s", (agent, browser, system) => {
  expect(nameOf(agent)).toEqual([browser, system]);
});

it("keeps nothing else of what a browser says", () => {
  const all = nameOf(`<script>alert(1)</script> Firefox/1 Linux ${"x".repeat(100_000)}`);
  expect(all).toEqual(["Firefox", "Linux"]);
});
