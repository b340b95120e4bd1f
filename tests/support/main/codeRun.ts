import { Session } from 'node:inspector';
import { onTestFinished } from 'vitest';

/** What of the product has run since it was last asked: its files, and the names of their functions with how often each ran. */
export type CodeRun = Map<string, Map<string, number>>;

/** Follows which code of this process runs, until the end of the test. */
export function followCode(): () => CodeRun {
  const session = new Session();
  session.connect();
  onTestFinished(() => session.disconnect());
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return () => {
    const ran: CodeRun = new Map();
    // Answered before it returns: https://nodejs.org/api/inspector.html#sessionpostmethod-params-callback
    session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      for (const { url, functions } of result) {
        const [, file] = /\/(src\/[^?]+)/.exec(url) ?? [];
        const counts = functions
          .map(({ functionName, ranges }) => [functionName, ranges[0]?.count ?? 0] as const)
          .filter(([, count]) => count > 0);
        if (file !== undefined && counts.length > 0) ran.set(file, new Map(counts));
      }
    });
    return ran;
  };
}
