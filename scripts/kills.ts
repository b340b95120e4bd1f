import { parseArgs } from 'node:util';
import { described, killAgainAndAgain } from '../tests/desktop/kills/kills.ts';

// `npm run kills`: the built application, really killed again and again, and what a real notification server was told.

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const began = performance.now();
const { kills, count, flaws } = await killAgainAndAgain(Number(values.kills), Number(values.seed), say);
for (const flaw of flaws) say(flaw);
say(
  `${kills} kills: ${described(count)}, ${flaws.length} flaws, in ${Math.round((performance.now() - began) / 1000)} s`,
);
process.exitCode = flaws.length === 0 ? 0 : 1;
