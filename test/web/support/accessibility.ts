import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@jest/globals';
import { checkout } from '@konzeptwerkstatt/test-support';
import type { Page } from 'playwright-core';

/** WCAG 2.0 to 2.2, levels A and AA, and what is good practice besides. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Axe itself, which a page that has it already does not take in again. */
const axeSource = `if (!window.axe) {\n${readFileSync(join(checkout, 'node_modules/axe-core/axe.min.js'), 'utf8')}\n}`;

/** Waits until a change of the look or of the size is drawn: colours change over a moment. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity).map(({ finished }) => finished));
  });
}

/** The rules whose outcome depends on the colours. */
export const colours = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it is now, one line per finding; by all rules or only by those named. */
export async function findings(page: Page, only?: string[]): Promise<string[]> {
  await settled(page);
  // There are no frames, so nothing has to be collected in a second page.
  const axe = new AxeBuilder({ page, axeSource }).setLegacyMode();
  // What passes is counted, not described one element after the other.
  axe.options({ resultTypes: ['violations'] });
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(rules)).analyze();
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
