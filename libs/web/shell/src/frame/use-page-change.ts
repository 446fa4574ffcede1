import { announce } from '@konzeptwerkstatt/web-ui';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** How long to wait for a lazy page's heading before the focus goes to the main region instead. */
const headingMilliseconds = 3_000;

/**
 * After a change of page: scrolls up and moves the focus to the new page's heading as soon as it is there, which is thereby read out.
 * Not on the first page, where the browser does so itself, and not when only query or hash change.
 */
export function usePageChange(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const lastPath = useRef(pathname);

  useEffect(() => {
    const region = main.current;
    if (lastPath.current === pathname || !region) return undefined;
    lastPath.current = pathname;
    globalThis.scrollTo(0, 0);
    return focusHeading(region);
  }, [pathname, main]);
}

/** Focuses the region's heading now or when it appears; without one the region, and the title is announced. Returns how to stop waiting. */
function focusHeading(region: HTMLElement): () => void {
  const observer = new MutationObserver(() => tryFocus());
  const timer = setTimeout(() => {
    observer.disconnect();
    if (region.contains(document.activeElement)) return;
    region.focus({ preventScroll: true });
    announce(document.title);
  }, headingMilliseconds);
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const tryFocus = (): void => {
    const heading = region.querySelector<HTMLElement>('[data-page-title]');
    if (!heading) return;
    stop();
    heading.focus({ preventScroll: true });
  };
  observer.observe(region, { childList: true, subtree: true });
  tryFocus();
  return stop;
}
