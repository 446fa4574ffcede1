import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** The package's own list is made for functions in a cloud: it has everything in one process and the browser's checks of origins off. */
const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
const tries = 3;

/** Starts the Chromium that comes as a package; nothing has to be installed on the machine. One that dies while it starts is started anew. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await bundled.executablePath();
  for (let left = tries - 1; ; left--) {
    try {
      return await chromium.launch({ executablePath, args, headless: true });
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
