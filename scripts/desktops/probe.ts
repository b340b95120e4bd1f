import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Shell } from './shell.ts';
import { Lacking, type Step } from './step.ts';
import { glanceStep } from './steps/glance.ts';
import { iconStep } from './steps/icon.ts';
import { keyringStep } from './steps/keyring.ts';
import { notificationStep } from './steps/notification.ts';
import { restartStep } from './steps/restart.ts';
import { menuStep, tooltipStep } from './steps/tooltip.ts';
import { windowStep } from './steps/window.ts';
import { Visit } from './visit.ts';

/** In the order in which they are done: each begins where the one before has left off. */
export const steps: readonly Step[] = [
  windowStep,
  keyringStep,
  iconStep,
  tooltipStep,
  menuStep,
  glanceStep,
  notificationStep,
  restartStep,
];

/** What a step came to; `lacking`: the shell does not have what it is about, `untried`: the shell did not start. */
export type Outcome = { is: 'passed' | 'failed' | 'lacking' | 'untried'; words: string };

const longestStart = 60_000;

/** Does the main job on one shell; a picture of each step lies in a folder of the shell's name. */
export async function probe(shell: Shell, folder: string, say: (line: string) => void): Promise<Outcome[]> {
  const pictures = path.join(folder, shell.name);
  await mkdir(pictures, { recursive: true });
  const opening = Visit.open(shell, pictures);
  let visit: Visit;
  try {
    visit = await within(opening, longestStart);
  } catch (error) {
    void opening.then(async (late) => late[Symbol.asyncDispose]()).catch(() => undefined);
    const words = firstLine(error);
    say(`${shell.name}: did not start: ${describe(error)}`);
    return steps.map(() => ({ is: 'untried', words }));
  }
  const outcomes: Outcome[] = [];
  try {
    for (const step of steps) {
      const outcome = await attempt(step, visit);
      say(`${shell.name}: ${step.name}: ${outcome.is}, ${outcome.words}`);
      outcomes.push({ ...outcome, words: outcome.words.split('\n')[0] ?? '' });
    }
  } finally {
    await visit[Symbol.asyncDispose]();
  }
  return outcomes;
}

async function attempt(step: Step, visit: Visit): Promise<Outcome> {
  try {
    return { is: 'passed', words: await within(step.run(visit), step.limit) };
  } catch (error) {
    if (error instanceof Lacking) return { is: 'lacking', words: error.message };
    await visit.photograph(`failed-${step.name.replaceAll(/\W+/g, '-')}`).catch(() => undefined);
    return { is: 'failed', words: describe(error) };
  }
}

async function within<T>(work: Promise<T>, limit: number): Promise<T> {
  const done = new AbortController();
  const late = pause(limit, undefined, { signal: done.signal }).then(() => {
    throw new Error(`not done within ${limit / 1000} s`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function firstLine(error: unknown): string {
  return describe(error).split('\n')[0] ?? '';
}
