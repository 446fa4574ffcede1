/**
 * `npm test`: sets the checkout up, starts one database server for the run, runs all suites and ends with one line
 * `N passed, N failed` over all of them.
 *   npm test                         everything but what wants a Redis or LibreOffice
 *   npm test -- integration          one group: unit, integration, e2e, collab, web, redis, office
 *   npm test -- libs/concept         all groups, files whose path matches
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, stamps } from './setup/paths.mjs';
import { fail, step } from './setup/progress.mjs';
import { runNode } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';

/** So many suites at once as there are processors, from two to four: every one of them may have a server and a browser. */
const busy = Math.min(Math.max(availableParallelism(), 2), 4);
/** Suites that talk to a server wait for it, for its jobs and for the rhythm of people a third of their time. */
const waiting = Math.min(busy + 1, 4);

/** A group is crowded where several servers, with browsers or without, share the machine: see `runGroup`. */
const groups = {
  unit: { projects: ['unit', 'architecture'], args: [`--maxWorkers=${busy}`] },
  integration: { projects: ['integration'], args: [`--maxWorkers=${waiting}`], isCrowded: true },
  e2e: { projects: ['e2e'], args: [`--maxWorkers=${waiting}`], isCrowded: true },
  collab: { projects: ['collab'], args: ['--runInBand'] },
  web: { projects: ['web'], args: [`--maxWorkers=${busy}`], isCrowded: true },
  redis: { projects: ['redis'], args: ['--runInBand'] },
  office: { projects: ['office'], args: ['--runInBand'] },
};

const argument = process.argv.slice(2).find((value) => !value.startsWith('--'));
const names = process.argv.includes('--redis') ? ['redis'] : argument in groups ? [argument] : ['unit', 'integration', 'e2e', 'collab', 'web'];
const filter = argument === undefined || argument in groups ? [] : ['--', argument];

/** One line for each failed test of a Jest result: its file, its name and the first line of what went wrong. */
function failuresOf(result) {
  const firstLine = (message) => stripVTControlCharacters(message ?? '').trim().split('\n', 1)[0];
  return result.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed').map((test) => `${test.fullName} (${firstLine(test.failureMessages[0])})`);
    const ofSuite = failed.length === 0 && message ? [firstLine(message)] : failed;
    return ofSuite.map((line) => `✕ ${relative(root, name)}: ${line}`);
  });
}

/** Several times what the longest group takes, or a night. A suite that does not end is ended long before (`test/runner`). */
const longestMs = (process.env.COLLAB_RUNS === 'nightly' ? 720 : 45) * 60_000;

/** So long Jest may take to end when all is told: something that a suite has left open can hold it for ever. */
const lingersMs = 60_000;

const wasWritten = (file, ms) => {
  const { mtimeMs = Infinity } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs > ms;
};

/** Runs Jest; null where it broke off before it could say anything. `lingers` where it had to be ended after it had told everything. */
async function runJest(name, args, which, env, folder) {
  const outputFile = join(folder, `${name}.json`);
  rmSync(outputFile, { force: true });
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const lingering = new AbortController();
  const watch = setInterval(() => { if (wasWritten(outputFile, lingersMs)) lingering.abort(); }, 5_000);
  const code = await runNode([jest, '--selectProjects', ...groups[name].projects, ...args, '--passWithNoTests', '--json', `--outputFile=${outputFile}`, ...which], {
    env,
    timeout: longestMs,
    killSignal: 'SIGKILL',
    signal: lingering.signal,
    // Jest writes what people read to stderr; with --json its stdout would repeat the file.
    stdio: ['ignore', 'ignore', 'inherit'],
  }).catch((error) => {
    if (!lingering.signal.aborted) throw error;
    return null;
  });
  clearInterval(watch);
  try {
    const result = JSON.parse(readFileSync(outputFile, 'utf8'));
    return { ...result, code: code ?? (result.success ? 0 : 1), lingers: code === null };
  } catch {
    return { code, testResults: null };
  }
}

/** Counts and failures of a result of Jest. A suite that could not be loaded, and a run that broke off, count as failed. */
function countsOf(result) {
  if (result.testResults === null) return { passed: 0, failed: result.code === 0 && filter.length > 0 ? 0 : 1, failures: [] };
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: failed === 0 && result.code !== 0 ? 1 : failed, failures: failuresOf(result) };
}

/** So many suites may fail and still be tried alone; more is no coincidence. */
const fewSuites = 3;

/** A suite that told nothing, as its process ended before it: by the watch over suites that do not end, or by a fault of what it loads. */
const brokeOff = ({ assertionResults, message }) => assertionResults.length === 0 && message.includes('A jest worker process');

/**
 * Runs one group. In a crowded one the few suites that failed run once more, alone: what fails again is broken, what passes was waited
 * for too shortly while the machine had other work. So do suites of any group that broke off. They are named as such, with what went wrong
 * the first time.
 */
async function runGroup(name, env, folder) {
  console.log(`\n── ${name} ──`);
  const { args, isCrowded } = groups[name];
  const result = await runJest(name, args, filter, env, folder);
  const counts = countsOf(result);
  const failedSuites = (result.testResults ?? []).filter(({ status }) => status === 'failed');
  const isTriedAlone = failedSuites.length > 0 && failedSuites.length <= fewSuites && (isCrowded || failedSuites.every(brokeOff));
  const lingering = result.lingers ? [`↻ ${name} told everything and did not end: a suite has left something open`] : [];
  if (!isTriedAlone) return { ...counts, waverings: lingering };
  console.log(`\n── ${name}, ${failedSuites.length} once more, alone ──`);
  const again = countsOf(await runJest(name, ['--runInBand', '--runTestsByPath'], failedSuites.map((suite) => suite.name), env, folder));
  const passedBefore = failedSuites.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'passed').length;
  return {
    passed: counts.passed - passedBefore + again.passed,
    failed: again.failed,
    failures: again.failures,
    waverings: [...lingering, ...(again.failed === 0 ? counts.failures.map((line) => line.replace('✕', '↻ passed alone, had failed before:')) : [])],
  };
}

async function runAll() {
  await setUp();
  const { startEmbeddedPostgres } = await import('../libs/platform/database/dist/tooling.js');
  const { defaultDataDir } = await import('../libs/platform/config/dist/default-data-dir.js');
  const { ensureTemplateDatabase } = await import('../test/support/dist/template-database.js');
  const { demonstrationTemplate } = await import('../test/support/dist/demonstration-template.js');
  const folder = mkdtempSync(join(tmpdir(), 'konzeptwerkstatt-test-'));
  const dataDir = join(defaultDataDir(root), `test-run-${process.pid}`);
  let server;
  const cleanUp = async () => {
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  // Jest gets the signal too and ends; what it has counted so far is thrown away.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void cleanUp().then(() => process.exit(130)));
  const total = { passed: 0, failed: 0, failures: [], waverings: [] };
  try {
    // Unpacked by the first that asks, it cannot be started by others meanwhile.
    if (names.includes('web')) await step('Browser für die Tests auspacken', async () => (await import('@sparticuz/chromium')).default.executablePath());
    server = await step('Datenbank für die Tests starten', () => startEmbeddedPostgres({ dataDir, database: 'konzeptwerkstatt_test', sharedForTests: true }));
    const template = await step('Vorlage der Testdatenbanken anlegen', () => ensureTemplateDatabase(server.url));
    const env = {
      ...process.env,
      TEST_DATABASE_URL: server.url,
      TEST_TEMPLATE: template,
      TEST_DEMONSTRATION_TEMPLATE: demonstrationTemplate(),
      // The same programs are started a hundred times; compiled once, they are up sooner.
      NODE_COMPILE_CACHE: join(stamps, 'compiled'),
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
    };
    for (const name of names) {
      const { passed, failed, failures, waverings } = await runGroup(name, env, folder);
      total.passed += passed;
      total.failed += failed;
      total.failures.push(...failures);
      total.waverings.push(...waverings);
    }
  } finally {
    await cleanUp();
  }
  for (const line of [...total.waverings, ...total.failures]) console.log(line);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

await runAll().catch(fail);
