import { spawnSync } from 'node:child_process';
import { toolFile } from './setup/tool.mjs';

// Three looks at the types: everything together; the pure rooms without Node or a DOM; the window without Node.
const configurations = ['.', 'src/core', 'src/renderer'];
const failed = configurations.filter(
  (project) =>
    spawnSync(process.execPath, [toolFile('tsc'), '-p', project], { stdio: 'inherit' }).status !== 0,
);
process.exitCode = failed.length === 0 ? 0 : 1;
