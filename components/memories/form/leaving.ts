import { isSameView, parseMemoryRoute } from "@/components/memories/memory-route";

export function viewOf(href: string) {
  const { pathname, searchParams } = new URL(href);
  return parseMemoryRoute(pathname, searchParams).view;
}

/** The link or button by which this click would lead to another view in this tab; null otherwise. */
export function leavingWay(event: MouseEvent): HTMLElement | null {
  const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null;
  const way = target instanceof Element ? target.closest<HTMLElement>("a, [data-leads-to]") : null;
  const href = way instanceof HTMLAnchorElement ? sameTabHref(way) : way?.dataset.leadsTo;
  if (!way || !href) return null;
  const url = new URL(href, window.location.href);
  // A page load of any kind is the business of `beforeunload`.
  if (url.origin !== window.location.origin) return null;
  return isSameView(viewOf(url.href), viewOf(window.location.href)) ? null : way;
}

function sameTabHref({ target, href }: HTMLAnchorElement): string {
  return target && target !== "_self" ? "" : href;
}

/** Signing out, which wipes what is kept in this tab. */
export const endsSession = (way: HTMLElement) => way.dataset.endsSession !== undefined;
