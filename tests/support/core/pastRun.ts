import { marks, type PastRun } from '../../../src/core/foresight/pastRun.ts';
import { minute } from '../given.ts';

/** A run that took a minute for each percent and ten for its upload, unless said otherwise. */
export function pastRun(parts: Partial<PastRun> = {}): PastRun {
  const ahead = marks.map((mark) => (90 - mark) * minute);
  return { waiting: 0, preparing: 0, ahead, uploading: 10 * minute, slowest: minute, ...parts };
}

/** One that took so many times as long. */
export function slower(times: number): PastRun {
  const { ahead, uploading, slowest } = pastRun();
  return pastRun({
    ahead: ahead.map((left) => left * times),
    uploading: uploading * times,
    slowest: slowest * times,
  });
}
