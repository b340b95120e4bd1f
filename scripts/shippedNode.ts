import { SHIPPED_NODE } from './setup/runtime/shipped-node.mjs';
import { type Count, runVitest } from './vitest.ts';

/** What stands on Node alone: what is true and how it is said; network, storage, D-Bus, and all of it together. */
const rooms = [
  'tests/core/',
  'tests/contract/',
  'tests/present/',
  'tests/network/',
  'tests/main/network/',
  'tests/main/storage/',
  'tests/main/engine/',
  'tests/main/app/',
  'tests/main/desktop/linux/',
  'tests/main/diagnostics/',
];
/** They start an Electron, which has a Node of its own. */
const withElectron = [
  'tests/main/app/electron.test.ts',
  'tests/main/network/tls.test.ts',
  'tests/network/environment.test.ts',
];

/** Minutes of waiting for what has nothing to do with Node: retries, polls, a portal's move. */
const patient = [
  'tests/network/upgrade.test.ts',
  'tests/main/app/canary.test.ts',
  'tests/main/app/connected.test.ts',
  'tests/main/app/key.test.ts',
];

/**
 * Runs the tests of what stands on Node alone on the Node that Electron carries; where there is none, it counts as
 * skipped. `beside`: other tests run at the same time, and have more to do.
 */
export async function runOnShippedNode({ beside = false } = {}): Promise<Count> {
  const node = process.env['KEEPWATCH_SHIPPED_NODE'];
  if (node === undefined) return { passed: 0, failed: 0, skipped: 1, failures: [] };
  const projects = ['pure', 'main', 'alone'].flatMap((project) => ['--project', project]);
  const excluded = [...withElectron, ...patient].flatMap((file) => ['--exclude', file]);
  const workers = beside ? ['--maxWorkers=1'] : [];
  return runVitest(
    `tests on Node ${SHIPPED_NODE.version}, which Electron carries`,
    [...projects, ...rooms, ...excluded, ...workers],
    { node, printed: beside ? 'atTheEnd' : 'live' },
  );
}
