import { describe, expect } from '@jest/globals';
import { findings, sidewaysScrolling } from './support/accessibility.js';
import { AREAS, openWhole, pagesOf } from './support/pages.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();

/** Where pages speak Arabic, each once: the public page of an edition has the language of its text. */
const inArabic = (paths: readonly string[]): string[] =>
  [...new Set(paths.map((path) => path.replace(/[?&]lang=\w+$/, '')))].filter((path) => !/^\/k\/[^/]+\/[^/]+-\d{4}$/.test(path)).map((path) => `${path}${path.includes('?') ? '&' : '?'}lang=ar`);

describe('every page', () => {
  for (const area of AREAS) journey(`about ${area} reads from right to left in Arabic on a phone, accessible and without scrolling sideways`, async (stage) => {
    const office = await stage.person('office', phone);
    const found: string[] = [];
    for (const path of inArabic(await pagesOf(stage, area))) {
      await openWhole(office, path);
      expect(await office.page.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await office.page.locator('html').getAttribute('lang')).toBe('ar');
      found.push(...[...(await findings(office.page)), ...(await sidewaysScrolling(office.page))].map((finding) => `${path}: ${finding}`));
    }
    expect(found).toEqual([]);
    await office.open('/');
    await office.isAt(/[\u0600-\u06FF]/);
  });
});
