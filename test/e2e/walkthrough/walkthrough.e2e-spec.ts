import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkout, demonstrationAccounts, useApplication } from '@konzeptwerkstatt/test-support';

const application = useApplication();

/** Runs the script as somebody at a terminal would. */
async function run(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; lines: string[]; errors: string }> {
  const child = spawn(process.execPath, [join(checkout, 'docs/walkthrough.mjs'), ...args], { cwd: checkout, env: { ...process.env, NODE_OPTIONS: '', ...env } });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, lines: output.trimEnd().split('\n'), errors };
}

const whole = (tail: string): RegExp => new RegExp(`^${tail}$`);
const measure = 'Lesecafé mit Sprachpaten [0-9a-f]{4} \\(Beispiel\\)';

/** What it prints behind the list of sections. */
const results = [
  whole('Geöffnet: Bildung und Erziehung, \\d+ Absätze, Ziele und Maßnahmen'),
  whole(`Geschrieben und gespeichert: ${measure}`),
  whole(`In der Tabelle: ${measure} \\| PLANNED \\| 2027-Q1/2028 \\| Bildung und Erziehung`),
  whole('Ereignis: concept\\.measure\\.added durch Viele Stimmen e\\. V\\. \\(Beispiel\\)'),
];

describe('the walkthrough for people who write scripts', () => {
  it('signs in, lists the sections, writes a measure, reads it back and hears of it', async () => {
    const { code, lines, errors } = await run([application().origin, demonstrationAccounts.contributor, 'beispiel-2026']);
    expect([code, errors]).toEqual([0, '']);
    expect(lines.slice(0, 2)).toEqual(['Angemeldet: Amira Haddad (Beispiel), Viele Stimmen e. V. (Beispiel)', expect.stringMatching(/^Konzept: Vielfalt leben\./)]);
    expect(lines.filter((line) => line.startsWith('  Handlungsfeld: '))).toHaveLength(8);
    const last = lines.slice(-results.length);
    results.forEach((expected, index) => expect(last[index]).toMatch(expected));
  }, 30_000);

  it('does the same with an API token', async () => {
    const contributor = await application().as('contributor');
    const { issueApiToken } = await contributor.get<{ issueApiToken: { token: string } }>('mutation { issueApiToken(input: { name: "Skript", expiresInDays: 1, idempotencyKey: "walkthrough" }) { token } }');
    const { code, lines, errors } = await run([application().origin], { KONZEPTWERKSTATT_TOKEN: issueApiToken.token });
    expect([code, errors]).toEqual([0, '']);
    expect(lines.at(-1)).toMatch(results[3]!);
  }, 30_000);

  it('says in one sentence what is missing', async () => {
    expect(await run([application().origin])).toEqual({ code: 64, lines: [''], errors: 'Aufruf: node docs/walkthrough.mjs <Adresse> <E-Mail-Adresse> <Passwort>\n' });
  });

  it('is explained in words that match what it prints', () => {
    const page = readFileSync(join(checkout, 'docs/walkthrough.md'), 'utf8');
    for (const start of ['Angemeldet: ', 'Konzept: ', 'Geöffnet: ', 'Geschrieben und gespeichert: ', 'In der Tabelle: ', 'Ereignis: ']) expect(page).toContain(`\n${start}`);
  });
});
