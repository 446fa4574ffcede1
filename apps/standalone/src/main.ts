import 'reflect-metadata';
import { loadConfig, StartupError } from '@konzeptwerkstatt/platform-config';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { Shutdown } from './shutdown.js';
import { startStandalone } from './standalone.js';

const environment = process.env['NODE_ENV'];
// At a terminal only what somebody should look at; LOG_LEVEL=info tells more.
const logger = createLogger({ name: 'standalone', level: process.env['LOG_LEVEL'] || 'warn' });
const shutdown = new Shutdown(logger);

async function end(exitCode: number): Promise<never> {
  await shutdown.run();
  process.exit(exitCode);
}

function fail(error: unknown): Promise<never> {
  if (error instanceof StartupError) process.stderr.write(`${error.message}\n`);
  else logger.fatal({ err: error }, 'not started');
  return end(1);
}

// A second signal does not wait: somebody at the terminal insists.
let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isEnding) process.exit(1);
    isEnding = true;
    void end(0);
  });
}

const onLost = (reason: string): void => {
  if (isEnding) return;
  process.stderr.write(`Die eingebaute Datenbank wurde unerwartet beendet: ${reason}\n`);
  void end(1);
};

try {
  const config = loadConfig(process.env);
  await startStandalone({
    config, logger, shutdown, onLost,
    allowsIntrospection: environment === 'test' || environment === 'development',
    print: (text) => void process.stdout.write(text),
  });
} catch (error) {
  await fail(error);
}
