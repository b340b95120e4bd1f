import { spawnSync } from 'node:child_process';
import { runOnShippedNode } from './shippedNode.ts';
import { toolFile } from './setup/tool.mjs';
import { conclude, type Count, runVitest } from './vitest.ts';

// Everything that can be wrong, one after the other: `npm test`. Arguments go to Vitest, to run a part of the tests.

/** A check that is one thing: right or wrong. */
function check(name: string, ...args: string[]): Count {
  process.stdout.write(`\n${name}\n`);
  const right = spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
  return right
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: [name] };
}

function runTests(args: string[]): Count {
  process.stdout.write('\ntests\n');
  return runVitest(args);
}

const args = process.argv.slice(2);
conclude(
  args.length > 0
    ? [runTests(args)]
    : [
        check('format', toolFile('oxfmt'), '--check'),
        check('lint', toolFile('oxlint'), '--type-aware', 'src', 'scripts', 'tests'),
        check('types', '--import', 'tsx', 'scripts/types.ts'),
        runTests([]),
        runOnShippedNode(),
      ],
);
