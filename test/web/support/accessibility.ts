import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { checkout } from '@konzeptwerkstatt/test-support';
import type axe from 'axe-core';
import type { Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.0 to 2.2, levels A and AA, and what is good practice besides. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const axeSource = readFileSync(join(checkout, 'node_modules/axe-core/axe.min.js'), 'utf8');

/**
 * Waits until a change of the look or of the size is drawn: colours change over a moment, and what inherits them begins when what it
 * inherits from has ended.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let still = 0; still < 3; still++) {
      await frame();
      const moving = document.getAnimations().filter(({ effect, playState }) => playState !== 'finished' && effect?.getTiming().iterations !== Infinity);
      if (moving.length > 0) still = 0;
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
  });
}

/** The rules whose outcome depends on the colours. */
export const colours = ['color-contrast', 'link-in-text-block'];

/** Lets axe look at the page; one that has it already does not take it in again. */
async function violationsOf(page: Page, runOnly: RunOptions['runOnly']): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  // What passes is counted, not described one element after the other; no rule here reads style sheets.
  const options: RunOptions = { runOnly, resultTypes: ['violations'], preload: false };
  return page.evaluate(async (asked) => (await (window as unknown as { axe: typeof axe }).axe.run(document, asked)).violations, options);
}

/** What axe finds on the page as it is now, one line per finding; by all rules or only by those named. */
export async function findings(page: Page, only?: string[]): Promise<string[]> {
  await settled(page);
  const violations = await violationsOf(page, only ? { type: 'rule', values: only } : { type: 'tag', values: rules });
  return violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 5).map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} ${failureSummary ?? ''}`.replace(/\s+/g, ' ')));
}

/** Expects no finding, in light and in dark. */
export async function expectAccessibleInBothLooks(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect({ colorScheme, findings: await findings(page) }).toEqual({ colorScheme, findings: [] });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** What makes the page wider than the screen: the outermost elements that stick out; empty when nothing has to be scrolled sideways. */
export async function sidewaysScrolling(page: Page): Promise<string[]> {
  await settled(page);
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const sticksOut = (element: Element): boolean => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > clientWidth + 1);
    };
    const outermost = [...document.body.querySelectorAll('*')].filter((element) => sticksOut(element) && (element.parentElement === null || !sticksOut(element.parentElement)));
    return [`${scrollWidth - clientWidth} px too wide: ${outermost.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).join(' | ')}`];
  });
}
