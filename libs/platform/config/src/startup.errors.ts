/** Exit codes after sysexits.h, so that service managers can tell a wrong setting from a missing service. */
export const ExitCode = { unavailable: 69, cannotCreate: 73, wrongSetting: 78 } as const;

/**
 * The process cannot start, for a reason that the person who started it can mend. `message` is one German sentence for
 * that person (no stack is to be printed), `exitCode` is what the process should end with.
 */
export class StartupError extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StartupError';
  }
}
