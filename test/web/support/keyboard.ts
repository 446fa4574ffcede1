import type { Locator, Page } from 'playwright-core';

/** How many stops somebody would go through before giving up. */
const patience = 120;

/**
 * Goes from stop to stop until an element has the focus.
 * @param key `Tab`, or `Shift+Tab` to go back
 * @throws Error when it cannot be reached that way
 */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  // While a list is open at the stop in between, everything else cannot be found by its role.
  const hasFocus = async (): Promise<boolean> => (await target.count()) > 0 && target.evaluate((node) => node === document.activeElement);
  for (let stop = 0; stop < patience; stop++) {
    if (await hasFocus()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached by ${key}: ${String(target)}; the focus is at ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? 'nothing')}`);
}

/** Goes to a link or button by keys and presses it. */
export async function enter(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}
