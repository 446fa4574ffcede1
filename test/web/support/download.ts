import type { Download, Locator } from 'playwright-core';

/** How long a file may take to come before it is pressed for again, in milliseconds. */
const patience = 5_000;

/**
 * Presses what hands out a file. Where the page moved under the press, as notices do that come and go, it is pressed again, as people do.
 * @throws when three presses bring no file
 */
export async function downloadBy(button: Locator): Promise<Download> {
  for (let tries = 1; ; tries += 1) {
    const coming = button.page().waitForEvent('download', { timeout: tries < 3 ? patience : 4 * patience });
    coming.catch(() => undefined);
    await button.click();
    try {
      return await coming;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}
