import { readdirSync, readFileSync } from 'node:fs';

type Entry = { pid: number; state: string; parent: number; session: number };

/** What the kernel says about a process, line by line ("Uid:", "Seccomp:" …); empty when it has ended. */
export function processStatus(pid: number): string {
  return read(`/proc/${pid}/status`);
}

/** How long a process's main thread has waited in all for a processor that others had, in milliseconds. */
export function processorWait(pid: number): number {
  const [, waited = '0'] = read(`/proc/${pid}/task/${pid}/schedstat`).split(' ');
  return Number(waited) / 1e6;
}

/** The words a process was started with, or gave itself as Chromium's do; empty when it has ended. */
export function commandLine(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
}

/** What a process was started with beside its words, as it would hand it on; empty when it has ended. */
export function environmentOf(pid: number): string {
  return read(`/proc/${pid}/environ`);
}

/** A process and all it has started, and those have: an application with its helpers and windows. */
export function processTree(pid: number): number[] {
  const all = listProcesses();
  const below = (parent: number): number[] => [
    parent,
    ...all.filter((entry) => entry.parent === parent).flatMap((entry) => below(entry.pid)),
  ];
  return below(pid);
}

/** The processes of a session that have not ended. They stay in it when whoever started them is gone. */
export function sessionMembers(session: number): number[] {
  return listProcesses()
    .filter((entry) => entry.session === session && entry.state !== 'Z')
    .map(({ pid }) => pid);
}

function listProcesses(): Entry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      // "7 (a name) S 1 7 7 …"; the name may hold anything, also brackets.
      const [state, parent, , session] = read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ') ?? [];
      if (state === undefined || session === undefined) return [];
      return [{ pid: Number(name), state, parent: Number(parent), session: Number(session) }];
    });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
