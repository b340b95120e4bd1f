import { run } from '../electron/asks.ts';

// What `askOn.ts` starts.
process.stdout.write(
  JSON.stringify({ node: process.versions.node, answers: await run(...process.argv.slice(2)) }),
);
