import { readdirSync, readFileSync } from 'node:fs';
import { processStatus, processTree } from '../../tests/support/desktop/processTree.ts';

/** What a running application takes, all its processes together. */
export type Reading = { processes: number; anonymous: number; cpu: number; switches: number };

/** Reads it: memory that is its own in MB, CPU time in ms and voluntary context switches since it was started. */
export function gauge(pid: number): Reading {
  const pids = processTree(pid).filter((member) => processStatus(member) !== '');
  return {
    processes: pids.length,
    // The files' part of the memory moves with what else is on the machine; this part is the application's.
    anonymous:
      sum(pids, (member) => numberAfter(`/proc/${member}/smaps_rollup`, /^Pss_Anon:\s+(\d+)/m)) / 1024,
    cpu: sum(pids, (member) => overThreads(member, 'schedstat', /^(\d+)/)) / 1e6,
    switches: sum(pids, (member) => overThreads(member, 'status', /^voluntary_ctxt_switches:\s+(\d+)/m)),
  };
}

function overThreads(pid: number, file: string, pattern: RegExp): number {
  const folder = `/proc/${pid}/task`;
  return sum(readdirSync(folder), (thread) => numberAfter(`${folder}/${thread}/${file}`, pattern));
}

/** A number in a file of the kernel's; 0 where the process or thread has just ended. */
function numberAfter(file: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function sum<Value>(values: Value[], measure: (value: Value) => number): number {
  return values.reduce((total, value) => total + measure(value), 0);
}
