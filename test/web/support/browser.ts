import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Starts the Chromium that comes as a package; nothing has to be installed on the machine. */
export async function launchBrowser(): Promise<Browser> {
  // In a single process, one page that fails would take the pages of everybody else with it.
  const args = bundled.args.filter((argument) => argument !== '--single-process' && argument !== '--no-zygote');
  return chromium.launch({ executablePath: await bundled.executablePath(), args, headless: true });
}
