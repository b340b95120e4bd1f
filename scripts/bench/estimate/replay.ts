import { minute, second } from '../../../src/core/base/time.ts';
import { succeed } from '../../../src/core/base/result.ts';
import type { JobReading } from '../../../src/core/docspace/progress.ts';
import { type TimeLeft, timeLeft } from '../../../src/core/foresight/timeLeft.ts';
import { takeReply } from '../../../src/core/watch/replies.ts';
import { newWatch, type Watch } from '../../../src/core/watch/watch.ts';
import { acme, half } from '../../../tests/support/given.ts';
import { lengthOf, percentAt, type Trace } from './traces.ts';

/** What was said of a run at one moment: where it stood, how long it had run, how long it really took from there on. */
export type Said = { percent: number; after: number; truth: number; said: TimeLeft | null };

/** At which share of a run's whole time it is listened to. */
export type Moments = readonly number[];

const idlePause = minute;
/** While one runs, every 5 seconds; of a long one nothing is lost by doing so less often. */
const runningPause = (run: Trace): number => Math.min(minute, Math.max(5 * second, lengthOf(run) / 1000));

/** Has Keepwatch watch the runs of one portal, one after the other, and listens to what it says of each at those moments. */
export function replay(runs: readonly Trace[], moments: Moments): Said[][] {
  const watching = new Watching();
  return runs.map((run, index) => watching.watch(run, `task-${index}`, moments));
}

class Watching {
  #watch: Watch = newWatch(acme, 0, half);
  #now = 0;

  watch(run: Trace, task: string, moments: Moments): Said[] {
    const begun = run.startedAt + run.waiting;
    const ends = begun + lengthOf(run);
    const wanted = moments.map((share) => begun + share * lengthOf(run));
    const said: Said[] = [];
    // The portal is asked every minute while nothing runs.
    this.#now = run.startedAt - ((run.startedAt * 7) % idlePause);
    this.#reads(null, run);
    this.#now += idlePause;
    const pause = runningPause(run);
    for (; this.#now < ends; this.#now += pause) {
      const after = this.#now - begun;
      this.#reads(readingOf(run, task, after), run);
      for (; (wanted[said.length] ?? Infinity) < this.#now + pause;) {
        const at = wanted[said.length] ?? 0;
        said.push({
          percent: percentAt(run, after),
          after: at - begun,
          truth: ends - at,
          said: this.#says(run, Math.max(at, this.#now)),
        });
      }
    }
    this.#reads({ ...readingOf(run, task, Infinity), percent: 100, completed: true }, run);
    return said;
  }

  #reads(job: JobReading | null, { wholeServer }: Trace): void {
    const scope = wholeServer ? 'server' : 'portal';
    const watch: Watch = { ...this.#watch, portal: { ...acme, scopes: [scope] } };
    const got = succeed({ job });
    const environment = {
      now: this.#now,
      chance: half,
      viewed: false,
      pausedOrAsleep: false,
      online: true,
      polling: 'automatic',
    } as const;
    const heard = takeReply(watch, { ask: 'progress', scope, got }, environment);
    this.#watch = { ...heard, recorder: { ...heard.recorder, unsaved: [] } };
  }

  #says({ wholeServer }: Trace, now: number): TimeLeft | null {
    const scope = wholeServer ? 'server' : 'portal';
    const { run } = this.#watch.jobs[scope];
    return run === null ? null : timeLeft(run, this.#watch.pasts[scope], now);
  }
}

function readingOf(run: Trace, task: string, after: number): JobReading {
  const percent = after < 0 ? 0 : percentAt(run, after);
  const status = after < 0 ? 0 : 1;
  return { task, percent, completed: false, error: '', warning: '', link: '', status };
}
