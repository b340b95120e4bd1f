import type { Log } from './log.ts';

/** What tells of them: the process itself, and Electron's app. */
type Exceptions = {
  on(event: 'uncaughtException' | 'unhandledRejection', hear: (thrown: unknown) => void): unknown;
};
type ChildProcesses = {
  on(
    event: 'child-process-gone',
    hear: (event: unknown, details: { type: string; reason: string }) => void,
  ): unknown;
};

/** Where it happened comes first, and matters more than the end of a long trace. */
const longest = 4000;

/**
 * Notes what should not happen. The watching goes on: without somebody who listens, Electron would stop everything
 * with a dialogue for each exception.
 */
export function noteCrashes(process: Exceptions, app: ChildProcesses, log: Pick<Log, 'error'>): void {
  process.on('uncaughtException', (error) => log.error('uncaught:', describeError(error)));
  process.on('unhandledRejection', (reason) => log.error('unhandled:', describeError(reason)));
  app.on('child-process-gone', (_event, { type, reason }) => log.error(`${type} process gone: ${reason}`));
}

/** An error as it is logged: with its trace, where it has one. */
export function describeError(error: unknown): string {
  return (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, longest);
}
