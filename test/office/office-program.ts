import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from '@jest/globals';
import { sheetsOf } from './ods.js';
import type { OdsSheet } from './ods.js';

/** The first start makes its profile, which takes longest. */
const deadlineMs = 150_000;

/** As somebody in Germany opens separated values: this sign between cells, quotation marks, UTF-8, days and numbers found by themselves. */
const separatedBy = (sign: ';' | ','): string => `Text - txt - csv (StarCalc):${sign.charCodeAt(0)},34,76,1,,1031,false,true`;

/** LibreOffice without a window: it opens files as an office does and saves them. Its profile is its own, so that nobody's settings count. */
export class OfficeProgram {
  private calls = 0;

  private constructor(private readonly folder: string) {}

  static async start(): Promise<OfficeProgram> {
    return new OfficeProgram(await mkdtemp(join(tmpdir(), 'konzeptwerkstatt-office-')));
  }

  /** The files as the program saves them, in their order. @param from their ending @param how further words of its command line @throws Error where one of them could not be opened */
  async save(files: readonly Uint8Array[], from: string, to: string, how: readonly string[] = []): Promise<Uint8Array[]> {
    const folder = join(this.folder, String((this.calls += 1)));
    const out = join(folder, 'out');
    await mkdir(out, { recursive: true });
    const paths = files.map((_, index) => join(folder, `${index}.${from}`));
    await Promise.all(files.map((content, index) => writeFile(paths[index]!, content)));
    const profile = pathToFileURL(join(this.folder, 'profile')).href;
    await promisify(execFile)('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--norestore', ...how, '--convert-to', to, '--outdir', out, ...paths], { timeout: deadlineMs, killSignal: 'SIGKILL' });
    return Promise.all(files.map(async (_, index) => new Uint8Array(await readFile(join(out, `${index}.${to}`)))));
  }

  /** The sheets of a workbook, or of a file of separated values. */
  async sheets(file: Uint8Array, form: 'xlsx' | ';' | ','): Promise<OdsSheet[]> {
    const [saved] = form === 'xlsx' ? await this.save([file], 'xlsx', 'ods') : await this.save([file], 'csv', 'ods', [`--infilter=${separatedBy(form)}`]);
    return sheetsOf(saved!);
  }

  async end(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** The program for the suite that calls this at its top level. */
export function useOfficeProgram(): () => OfficeProgram {
  let program: OfficeProgram | undefined;
  beforeAll(async () => {
    program = await OfficeProgram.start();
  });
  afterAll(async () => program?.end());
  return () => {
    if (program === undefined) throw new Error('the program exists only inside tests and hooks');
    return program;
  };
}
