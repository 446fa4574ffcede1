import { relative } from 'node:path';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import { TestEnvironment } from 'jest-environment-node';

let watch;

/**
 * Node's environment, in which a suite that does not end is ended: one that turns in circles, or waits for a program without a limit,
 * stops nothing else, and no limit of a test reaches it. What it was doing is printed, its process is killed, and Jest counts it as failed.
 */
export default class WatchedEnvironment extends TestEnvironment {
  #suite;
  #minutes;

  constructor(config, context) {
    // The global object of a suite is an ordinary one. Jest's own stands behind a proxy that is asked for every name which a suite does
    // not declare itself, such as `Uint8Array` in a loop.
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
    this.#suite = relative(config.globalConfig.rootDir, context.testPath);
    this.#minutes = config.projectConfig.testEnvironmentOptions.minutes;
  }

  async setup() {
    await super.setup();
    // One for all suites of this process, and none that keeps it alive.
    watch ??= new Worker(new URL('./suite-watch.thread.mjs', import.meta.url), { execArgv: [] });
    watch.unref();
    watch.postMessage({ suite: this.#suite, minutes: this.#minutes });
  }

  async teardown() {
    watch.postMessage({ suite: null });
    await super.teardown();
  }
}
