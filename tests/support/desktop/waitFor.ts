import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait in all, and how often to look, in milliseconds. */
export type Patience = { timeout?: number; every?: number };

/** Thrown by a look that knows that what is waited for can no longer come. */
export class Hopeless extends Error {}

type Found<T> = Exclude<T, undefined | null | false | '' | 0>;

/** Looks until the look finds something; a look that throws has not found it yet. */
export async function waitFor<T>(
  what: string | (() => string),
  look: () => T | Promise<T>,
  { timeout = 10_000, every = 20 }: Patience = {},
): Promise<Found<T>> {
  const end = performance.now() + timeout;
  for (;;) {
    let last: unknown;
    try {
      const found = await look();
      if (isFound(found)) return found;
      last = found;
    } catch (error) {
      if (error instanceof Hopeless) throw error;
      last = error;
    }
    if (performance.now() > end) {
      const named = typeof what === 'string' ? what : what();
      throw new Error(`Waited ${timeout} ms for ${named}. Last seen: ${String(last)}`, { cause: last });
    }
    await pause(every);
  }
}

/** Reads until the answer has stayed the same for a while: for what moves before it comes to rest. */
export async function waitForRest<T>(
  what: string,
  read: () => T | Promise<T>,
  { rest = 250, ...patience }: Patience & { rest?: number } = {},
): Promise<Found<T>> {
  let seen: string | undefined;
  let since = 0;
  const look = async (): Promise<T | undefined> => {
    const value = await read();
    const text = JSON.stringify(value);
    if (text !== seen) {
      seen = text;
      since = performance.now();
    }
    return isFound(value) && performance.now() - since >= rest ? value : undefined;
  };
  return waitFor(() => `${what} to come to rest (last: ${seen})`, look, patience);
}

function isFound<T>(value: T): value is Found<T> {
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}
