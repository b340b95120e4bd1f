import { parseArgs } from 'node:util';
import { add, noFigures } from '../tests/soak/judge/figures.ts';
import { complaintsOf, describeFigures, rerun } from '../tests/soak/report.ts';
import { soak, type SoakOptions } from '../tests/soak/soak.ts';
import { soakInWorkers } from './soak/workers.ts';

// `npm run soak`: many portals for days on a simulated clock, once for each seed, and what an independent judge found.

const usage = 'npm run soak -- [--portals 20] [--days 7] [--seeds 100] [--seed 17 [--story]]';

function readOptions() {
  const { values } = parseArgs({
    options: {
      portals: { type: 'string', default: '20' },
      days: { type: 'string', default: '7' },
      seeds: { type: 'string', default: '100' },
      seed: { type: 'string' },
      story: { type: 'boolean', default: false },
    },
  });
  const numbers = [values.portals, values.days, values.seeds, values.seed ?? '1'].map(Number);
  if (!numbers.every((number) => Number.isInteger(number) && number > 0))
    throw new Error('Whole numbers, please.');
  const [portals = 20, days = 7, count = 100, seed = 1] = numbers;
  const seeds = values.seed === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [seed];
  return { portals, days, seeds, story: values.story };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Tells the story of one seed as it happens. */
async function tellStory(options: SoakOptions): Promise<number> {
  const soaked = await soak({ ...options, tell: say });
  for (const line of describeFigures(soaked.figures)) say(line);
  const complaints = complaintsOf(soaked);
  for (const complaint of complaints) say(complaint);
  return complaints.length;
}

async function runSeeds({ portals, days, seeds }: ReturnType<typeof readOptions>): Promise<number> {
  const began = performance.now();
  const figures = noFigures(portals);
  let failed = 0;
  let processorTime = 0;
  await soakInWorkers({ portals, days }, seeds, (soaked, spent) => {
    add(figures, soaked.figures);
    processorTime += spent;
    const complaints = complaintsOf(soaked);
    if (complaints.length === 0) return;
    failed += 1;
    say(`seed ${soaked.seed}: ${complaints.length} flaws`);
    for (const complaint of complaints.slice(0, 10)) say(`  ${complaint}`);
    say(`  ${rerun({ portals, days, seed: soaked.seed })}`);
  });
  const took = Math.round((performance.now() - began) / 1000);
  say(`${portals} portals, ${days} days, ${seeds.length} seeds, ${failed} of them failed`);
  for (const line of describeFigures(figures)) say(line);
  say(`took       ${took} s, ${Math.round(processorTime / 1e6)} s of processor time`);
  return failed;
}

try {
  const options = readOptions();
  const [seed = 1] = options.seeds;
  const flaws = options.story ? await tellStory({ ...options, seed }) : await runSeeds(options);
  process.exitCode = flaws === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}\n`);
  process.exitCode = 2;
}
