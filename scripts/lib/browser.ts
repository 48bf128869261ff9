import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "./paths";
import { Sentence } from "./sentence";

type Environment = Record<string, string | undefined>;

/** Where browsers of Chromium's family usually are on a system. */
export function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === "darwin") {
    const names = ["Chromium", "Google Chrome", "Microsoft Edge", "Brave Browser"];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
    const files = [
      "Chromium\\Application\\chrome.exe",
      "Google\\Chrome\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ];
    return files.flatMap((file) =>
      folders.flatMap((folder) => (folder ? [`${folder}\\${file}`] : [])),
    );
  }
  const folders = ["/usr/bin", "/usr/local/bin", "/snap/bin"];
  // The first has no interface of its own to draw: the one that Playwright itself takes for this.
  const names = [
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
  ];
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}

/**
 * A browser of Chromium's family on this machine: the one `PLAYWRIGHT_CHROMIUM_PATH` names, else
 * Playwright's own, else one that is installed.
 * @throws Sentence when PLAYWRIGHT_CHROMIUM_PATH names no file
 */
export function findChromium(env: Environment = process.env): string | undefined {
  const named = env.PLAYWRIGHT_CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Sentence(`PLAYWRIGHT_CHROMIUM_PATH names ${named}, where there is no browser.`);
  }
  return [chromium.executablePath(), ...usualPlaces(process.platform, env)].find(
    (path) => path !== "" && existsSync(path),
  );
}

function run(command: string, args: string[]): boolean {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "ignore", timeout: 300_000 });
  return status === 0;
}

/**
 * Finds a browser or gets one: Playwright's own download first, then Debian's package where that
 * may be installed.
 * @throws Sentence when neither can be had
 */
export function ensureChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found !== undefined) return found;

  say("No Chromium here; downloading Playwright's.");
  if (
    run(process.execPath, [join("node_modules", "@playwright/test/cli.js"), "install", "chromium"])
  ) {
    const downloaded = findChromium();
    if (downloaded !== undefined) return downloaded;
  }
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    say("That cannot be had; installing Debian's package.");
    const install = ["install", "-y", "--no-install-recommends", "chromium-headless-shell"];
    if (run("apt-get", ["update"]) && run("apt-get", install)) {
      const installed = findChromium();
      if (installed !== undefined) return installed;
    }
  }
  throw new Sentence(
    "The browser journeys need Chromium, and it could not be downloaded: install Chrome or Chromium, or name one in PLAYWRIGHT_CHROMIUM_PATH.",
  );
}
