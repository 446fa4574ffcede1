import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@konzeptwerkstatt/platform-config';
import { parse } from 'yaml';

const root = process.cwd();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, object>>;
  readonly build?: { readonly context: string; readonly dockerfile: string };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const files = ['docker/compose.yaml', 'docker/compose.services.yaml'];
const compose = (path: string): Compose => parse(read(path), { merge: true }) as Compose;
const own = Object.entries(compose('docker/compose.yaml').services).filter(([, { image }]) => image === 'konzeptwerkstatt');
/** Every setting there is, from the table people read. */
const settings = new Set([...read('README.md').matchAll(/^\| (`[A-Z0-9_`, ]+`) \|/gm)].flatMap(([, names]) => [...(names ?? '').matchAll(/`([A-Z0-9_]+)`/g)].map(([, name]) => name)));
/** Source of a compiled file that a command starts. */
const sourceOf = (program: string): string => program.replace('/dist/', '/src/').replace(/\.js$/, '.ts');

describe('the compose files', () => {
  it.each(files)('%s names only images with a version, its own volumes and files that exist', (path) => {
    const { services, volumes } = compose(path);
    for (const { image, volumes: mounts = [], ports = [], depends_on: needed = {}, build } of Object.values(services)) {
      if (image !== 'konzeptwerkstatt') expect(image).toMatch(/:\d+(\.\d+)*$/);
      else expect(existsSync(join(root, dirname(path), build?.context ?? '', build?.dockerfile ?? ''))).toBe(true);
      for (const mount of mounts) {
        const [source = ''] = mount.split(':');
        if (source.startsWith('.')) expect(existsSync(join(root, dirname(path), source))).toBe(true);
        else expect(Object.keys(volumes)).toContain(source);
      }
      // Reachable from outside only through a proxy that ends TLS.
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
      for (const name of Object.keys(needed)) expect(Object.keys(services)).toContain(name);
    }
  });

  it('run every process without rights it does not need', () => {
    expect(own.map(([name]) => name)).toEqual(['migrate', 'api', 'collab', 'worker']);
    for (const [, service] of own) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect(Number(service.user?.split(':')[0])).toBeGreaterThan(0);
    }
  });

  it('start programs that exist, with settings that are read and accepted', () => {
    expect(settings.size).toBeGreaterThan(8);
    for (const [, { command = [], environment = {} }] of own) {
      expect(command[0]).toBe('node');
      expect(existsSync(join(root, sourceOf(command.at(-1) ?? '')))).toBe(true);
      for (const name of Object.keys(environment)) expect(settings).toContain(name);
      const filled = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{PUBLIC_ORIGIN[^}]*\}/, 'https://konzept.example.org').replace(/\$\{[^}]*\}/g, 'geheim')]));
      expect(loadConfig(filled)).toMatchObject({ publicOrigin: 'https://konzept.example.org', metricsPort: 9090 });
    }
  });

  it('start the rooms as they are measured', () => {
    const { nodeOptions = '' } = /name: 'ours'.*nodeOptions: \[(?<nodeOptions>[^\]]+)\]/.exec(read('test/bench/src/collab/processes/servers.registry.ts'))?.groups ?? {};
    const options = [...nodeOptions.matchAll(/'([^']+)'/g)].map(([, option]) => option);
    expect(options).toHaveLength(1);
    expect(compose('docker/compose.yaml').services['collab']?.command).toEqual(['node', ...options, 'apps/collab/dist/main.js']);
  });

  it('believe the proxy that stands before them, and reach what they route to', () => {
    const { services } = compose('docker/compose.yaml');
    const { networks } = parse(read('docker/compose.yaml'), { merge: true }) as { networks: { default: { ipam: { config: { subnet: string }[] } } } };
    expect(services['api']?.environment?.['TRUSTED_PROXIES']).toBe(networks.default.ipam.config[0]?.subnet);
    const targets = [...read('docker/nginx.conf').matchAll(/proxy_pass http:\/\/(\w+):(\d+);/g)].map(([, name, port]) => `${name}:${port}`);
    expect([...new Set(targets)].sort()).toEqual(['api:3000', 'collab:3000']);
    for (const target of targets) expect(Object.keys(services)).toContain(target.split(':')[0]);
    expect(read('docker/Dockerfile')).toContain('PORT=3000');
  });
});

describe('the image', () => {
  const lines = read('docker/Dockerfile').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const of = (word: string): string[] => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

  it('is built from versions, and runs as nobody in particular', () => {
    for (const base of of('FROM')) expect(base).toMatch(/^node:24-\S+/);
    expect(of('USER')).toEqual(['10001:0']);
    const last = lines.lastIndexOf(lines.findLast((line) => line.startsWith('FROM')) ?? '');
    expect(lines.slice(last).some((line) => line.startsWith('USER '))).toBe(true);
    expect(lines.slice(last).some((line) => line.startsWith('RUN '))).toBe(false);
  });

  it('starts programs and asks health by scripts that exist', () => {
    for (const [, list = ''] of lines.join('\n').matchAll(/CMD (\[.*\])/g)) {
      const [node, program = ''] = JSON.parse(list) as string[];
      expect(node).toBe('node');
      expect(existsSync(join(root, sourceOf(program)))).toBe(true);
    }
    expect(lines.filter((line) => line.startsWith('HEALTHCHECK'))).toHaveLength(1);
  });

  it('takes no secrets and no foreign builds along', () => {
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.git', '.data', '**/node_modules', '**/dist', '*.backup']));
  });
});
