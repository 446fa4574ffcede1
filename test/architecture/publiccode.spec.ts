import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Description {
  readonly shortDescription: string;
  readonly longDescription: string;
  readonly features: readonly string[];
}
const root = process.cwd();
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; license: string };
const publiccode = parse(readFileSync(join(root, 'publiccode.yml'), 'utf8')) as {
  publiccodeYmlVersion: string; name: string; url: string; softwareVersion: string; platforms: string[]; developmentStatus: string; softwareType: string;
  description: Record<string, Description>; legal: { license: string }; maintenance: { type: string; contacts?: { name: string }[] };
  localisation: { localisationReady: boolean; availableLanguages: string[] };
};

describe('publiccode.yml', () => {
  it('has what the standard demands, in its version 0.7', () => {
    expect(publiccode.publiccodeYmlVersion).toBe('0.7');
    expect(URL.canParse(publiccode.url)).toBe(true);
    expect(publiccode.name).not.toBe('');
    expect(publiccode.platforms.length).toBeGreaterThan(0);
    expect(['concept', 'development', 'beta', 'stable', 'obsolete']).toContain(publiccode.developmentStatus);
    expect(['standalone/web', 'standalone/mobile', 'standalone/iot', 'standalone/desktop', 'standalone/backend', 'standalone/other', 'addon', 'library', 'configurationFiles']).toContain(publiccode.softwareType);
    expect(['internal', 'contract', 'community', 'none']).toContain(publiccode.maintenance.type);
    expect(publiccode.maintenance.contacts?.every(({ name }) => name !== '')).toBe(true);
    expect(publiccode.localisation.localisationReady).toBe(true);
  });

  it.each(Object.entries(publiccode.description))('describes the product in %s within the lengths allowed', (_language, { shortDescription, longDescription, features }) => {
    expect(shortDescription.trim().length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(150);
    expect(longDescription.length).toBeLessThanOrEqual(10_000);
    expect(features.length).toBeGreaterThan(0);
  });

  it('says the same as the product: version, licence, languages of the interface', () => {
    expect(publiccode.softwareVersion).toBe(manifest.version);
    expect(publiccode.legal.license).toBe(manifest.license);
    const languages = readdirSync(join(root, 'libs/web/shell/src/catalogue')).map((file) => file.replace('.json', ''));
    expect([...publiccode.localisation.availableLanguages].sort()).toEqual(languages.sort());
  });
});
