import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = process.cwd();

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly nx?: { readonly tags?: readonly string[] };
}

const projects = globSync(['apps/*/package.json', 'libs/*/package.json', 'libs/{platform,web}/*/package.json', 'test/support/package.json'], { cwd: root }).map((path) => ({
  path,
  manifest: JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest,
}));

const allowed: Record<string, readonly string[]> = {
  type: ['app', 'context', 'platform', 'contracts', 'model', 'kernel', 'web-feature', 'web-ui', 'web-data', 'test-support'],
  runtime: ['server', 'browser', 'any'],
  scope: ['identity', 'concept', 'planning', 'participation', 'decision', 'monitoring', 'reporting', 'search', 'collaboration', 'notification', 'web'],
};

const valuesOf = (tags: readonly string[], dimension: string): string[] => tags.filter((tag) => tag.startsWith(`${dimension}:`)).map((tag) => tag.slice(dimension.length + 1));

describe('every project', () => {
  it('is found', () => expect(projects.length).toBeGreaterThan(20));

  it.each(projects.map(({ path, manifest }) => [path, manifest] as const))('%s says what it is and where it runs', (_path, manifest) => {
    const tags = manifest.nx?.tags ?? [];
    expect(valuesOf(tags, 'type')).toHaveLength(1);
    expect(valuesOf(tags, 'runtime')).toHaveLength(1);
    for (const dimension of Object.keys(allowed)) expect(allowed[dimension]).toEqual(expect.arrayContaining(valuesOf(tags, dimension)));
    if (tags.includes('type:context')) expect(valuesOf(tags, 'scope')).toHaveLength(1);
  });

  it('leaves the versions of what comes from outside to the one list at the root', () => {
    const own = projects.filter(({ manifest }) => Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).some((name) => !name.startsWith('@konzeptwerkstatt/')));
    expect(own.map(({ path }) => path)).toEqual([]);
  });
});

describe('packages that break when there are two of them', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version?: string }> };

  it.each(['yjs', 'graphql', 'react', 'prosemirror-model', 'prosemirror-state', 'reflect-metadata'])('%s is there once', (name) => {
    const copies = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));
    expect(copies).toEqual([`node_modules/${name}`]);
  });
});

describe('files', () => {
  it('keep to the borders between layers, and none needs itself', () => {
    const run = (): string => execFileSync(process.execPath, [join(root, 'scripts/layers.mjs')], { cwd: root, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, NODE_OPTIONS: '' } });
    let violations = '';
    try {
      run();
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      // What broke off without a word has not shown that they hold.
      violations = `${stdout}${stderr}` || String(error);
    }
    expect(violations).toBe('');
  }, 60_000);

  it('have names that say more than "utils"', () => {
    const vague = /(^|\/)(utils?|helpers?|common|types|service|manager)\.tsx?$/;
    const files = globSync('{apps,libs}/**/src/**/*.{ts,tsx}', { cwd: root, exclude: (name) => name === 'node_modules' || name === 'generated' });
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });
});
