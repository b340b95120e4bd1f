import { parseArgs } from 'node:util';
import { type Accuracy, measureAccuracy } from './bench/estimate/accuracy.ts';
import { generateTraces } from './bench/estimate/traces.ts';

// How well Keepwatch says how long a backup still takes, beside a straight line: `npm run bench:estimate`. The backups are
// made up, and the same for the same seed; at half time its error has to be at most half of the line's.

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const runsOfEach = 10;

const accuracies = measureAccuracy(generateTraces(Number(values.seed), 50, runsOfEach), [0.25, 0.5, 0.75]);

function share(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

function describe({ at, runs, error, straightError, ranges, hits, ...upload }: Accuracy): string[] {
  return [
    `after ${share(at)} of ${runs} backups: median error ${share(error)}, straight line ${share(straightError)}, ` +
      `ratio ${(error / straightError).toFixed(2)}`,
    `  ${ranges} said as a range, ${share(hits / ranges)} of these right; ${upload.plateau} were uploading, ` +
      `${upload.plateauSaid} of them with a figure, median error ${share(upload.plateauError)}`,
  ];
}

console.log(`the first ${runsOfEach} backups of 50 portals; where nothing is said, the error is 100 %`);
for (const line of accuracies.flatMap(describe)) console.log(line);
const half = accuracies.find(({ at }) => at === 0.5);
const isGood = half !== undefined && half.error <= half.straightError / 2;
process.exitCode = isGood ? 0 : 1;
