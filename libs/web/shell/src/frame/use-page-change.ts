import { announce } from '@konzeptwerkstatt/web-ui';
import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** How long to wait for a lazy page's heading before the focus goes to the main region instead. */
const headingMilliseconds = 3_000;

/**
 * After a change of page: scrolls up, moves the focus to the new page's heading as soon as it is there, and announces its title.
 * Not on the first page, where the browser does so itself, and not when only query or hash change.
 */
export function usePageChange(main: React.RefObject<HTMLElement | null>): (title: string) => void {
  const { pathname } = useLocation();
  const lastPath = useRef(pathname);
  const isAwaitingTitle = useRef(false);

  useEffect(() => {
    if (lastPath.current === pathname) return undefined;
    lastPath.current = pathname;
    isAwaitingTitle.current = true;
    globalThis.scrollTo(0, 0);
    const region = main.current;
    if (!region) return undefined;
    const focusHeading = (): boolean => {
      const heading = region.querySelector<HTMLElement>('[data-page-title]');
      heading?.focus({ preventScroll: true });
      return heading !== null;
    };
    if (focusHeading()) return undefined;
    const observer = new MutationObserver(() => {
      if (focusHeading()) observer.disconnect();
    });
    observer.observe(region, { childList: true, subtree: true });
    const timer = setTimeout(() => {
      observer.disconnect();
      if (!region.contains(document.activeElement)) region.focus({ preventScroll: true });
    }, headingMilliseconds);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [pathname, main]);

  return useCallback((title: string) => {
    if (!isAwaitingTitle.current) return;
    isAwaitingTitle.current = false;
    announce(title);
  }, []);
}
