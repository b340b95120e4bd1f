// Runs a task of this project after setting up all it needs: `node scripts/run.mjs TASK [ARGUMENT]...`
// The npm scripts of the same names call it, so a fresh clone needs nothing but Node, npm and any of them.
import { runInForeground } from './setup/command.mjs';
import { isDesktopInUse } from './setup/desktopInUse.mjs';
import { projectFolder } from './setup/places.mjs';
import { say } from './setup/progress.mjs';
import { sandboxFlags } from './setup/sandbox.mjs';
import { setUp } from './setup/setup.mjs';
import { toolFile } from './setup/tool.mjs';

const tsx = ['node', '--import', 'tsx'];
/** @typedef {import('./setup/setup.mjs').Need} Need */

// What somebody sits at has a tray and notifications already.
/** @type {Need[]} */
const tryOut = isDesktopInUse()
  ? ['electron', 'application']
  : ['electron', 'desktop', 'pictures', 'application'];

/**
 * What each task needs and runs: Node, Electron, or a tool of node_modules.
 * @type {Record<string, { needs: Need[], command: string[] }>}
 */
const tasks = {
  demo: { needs: tryOut, command: [...tsx, 'scripts/demo.ts'] },
  test: {
    needs: ['electron', 'desktop', 'browser', 'pictures', 'packages', 'shippedNode', 'application'],
    command: [...tsx, 'scripts/test.ts'],
  },
  ships: { needs: ['desktop', 'shippedNode'], command: [...tsx, 'scripts/ships.ts'] },
  start: { needs: ['electron', 'application'], command: ['electron', '.'] },
  dev: { needs: ['electron'], command: [...tsx, 'scripts/dev.ts'] },
  bench: { needs: ['electron', 'desktop', 'application'], command: [...tsx, 'scripts/bench.ts'] },
  'bench:status': {
    needs: ['electron', 'desktop', 'packages', 'application'],
    command: [...tsx, 'scripts/benchStatus.ts'],
  },
  'bench:archive': { needs: ['electron', 'desktop'], command: [...tsx, 'scripts/benchArchive.ts'] },
  'bench:estimate': { needs: [], command: [...tsx, 'scripts/benchEstimate.ts'] },
  soak: { needs: [], command: [...tsx, 'scripts/soak.ts'] },
  desktops: {
    needs: ['electron', 'desktop', 'pictures', 'shells', 'application'],
    command: [...tsx, 'scripts/desktops.ts'],
  },
  kills: { needs: ['electron', 'desktop', 'application'], command: [...tsx, 'scripts/kills.ts'] },
  coverage: { needs: [], command: [...tsx, 'scripts/coverage.ts'] },
  portal: { needs: [], command: [...tsx, 'scripts/portal.ts'] },
  package: { needs: ['electron', 'packages', 'application'], command: [...tsx, 'scripts/package.ts'] },
  build: { needs: [], command: ['electron-vite', 'build'] },
  format: { needs: [], command: ['oxfmt'] },
  lint: { needs: [], command: ['oxlint', '--type-aware', 'src', 'scripts', 'tests'] },
  types: { needs: [], command: [...tsx, 'scripts/types.ts'] },
  'electron:path': { needs: ['electron'], command: ['node', '-p', 'process.env.ELECTRON_EXEC_PATH'] },
};

const [name = '', ...rest] = process.argv.slice(2);
try {
  const task = tasks[name];
  if (!task) throw new Error(`no task "${name}"; there are: ${Object.keys(tasks).join(', ')}`);
  const env = await setUp(task.needs);
  const [program = '', ...args] = [...task.command, ...rest];
  const [executable, ...words] = commandOf(program, args, env);
  process.exitCode = await runInForeground(executable, words, { cwd: projectFolder, env });
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {[string, ...string[]]}
 */
function commandOf(program, args, env) {
  if (program === 'node') return [process.execPath, ...args];
  if (program !== 'electron') return [process.execPath, toolFile(program), ...args];
  // The executable itself, not the command of that name: that one would send each signal a second time.
  const executable = env['ELECTRON_EXEC_PATH'] ?? program;
  return [executable, ...sandboxFlags(executable), ...args];
}
