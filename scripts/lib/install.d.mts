export function isInstalled(root: string): boolean;
export function explainInstallFailure(output: string): string | undefined;
export function ensureInstalled(
  root: string,
  say: (line: string) => void,
): Promise<string | undefined>;
