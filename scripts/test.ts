import { runTool } from './runTool.ts';
import { runOnShippedNode } from './shippedNode.ts';
import { toolFile } from './setup/tool.mjs';
import { lastRun, testRuns } from './testRuns.ts';
import { conclude, type Count, runVitest } from './vitest.ts';

// Everything that can be wrong: `npm test`. Arguments go to Vitest, to run a part of the tests.

/** A check that is one thing: right or wrong. */
async function check(name: string, ...args: string[]): Promise<Count> {
  const right = await runTool(name, process.execPath, args, 'atTheEnd');
  return right
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: [name] };
}

/** All that is no test of Vitest's on this Node, one after the other. */
async function checkBesides(): Promise<Count[]> {
  return [
    await check('format', toolFile('oxfmt'), '--check'),
    await check('lint', toolFile('oxlint'), '--type-aware', 'src', 'scripts', 'tests'),
    await check('types', '--import', 'tsx', 'scripts/types.ts'),
    await runOnShippedNode({ beside: true }),
  ];
}

async function runTests({ title, projects, workers }: typeof lastRun): Promise<Count> {
  return runVitest(title, [...projects.map((project) => `--project=${project}`), `--maxWorkers=${workers}`]);
}

const args = process.argv.slice(2);
if (args.length > 0) conclude([await runVitest('tests', args)]);
else {
  const counts = (await Promise.all([checkBesides(), ...testRuns.map(runTests)])).flat();
  conclude([...counts, await runTests(lastRun)]);
}
