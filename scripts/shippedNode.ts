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

/** Runs the tests of what stands on Node alone on the Node that Electron carries; where there is none, it counts as skipped. */
export function runOnShippedNode(node = process.env['KEEPWATCH_SHIPPED_NODE']): Count {
  process.stdout.write(`\ntests on Node ${SHIPPED_NODE.version}, which Electron carries\n`);
  if (node === undefined) return { passed: 0, failed: 0, skipped: 1, failures: [] };
  const excluded = [...withElectron, ...patient].flatMap((file) => ['--exclude', file]);
  return runVitest(
    ['--project', 'pure', '--project', 'main', '--project', 'alone', ...rooms, ...excluded],
    node,
  );
}
