import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { checkout } from '@konzeptwerkstatt/test-support';

const dist = join(checkout, 'apps/web/dist');

describe('the first view', () => {
  it('brings at most 250 kB of compressed scripts, whatever page it is', () => {
    const scripts = [...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => ({ path, size: gzipSync(readFileSync(join(dist, path)), { level: 9 }).length }));
    expect(scripts.length).toBeGreaterThan(5);
    const size = scripts.reduce((sum, script) => sum + script.size, 0);
    expect({ isSmall: size <= 250_000, size, scripts }).toMatchObject({ isSmall: true });
  });
});
