import type { Visit } from './visit.ts';

/** One thing that the application does on a shell. */
export type Step = {
  /** The heading of its column. */
  name: string;
  /** In milliseconds; what takes longer has failed. */
  limit: number;
  /** Does it, and says what was seen in a few words. Fails by throwing. */
  run: (visit: Visit) => Promise<string>;
};

/** Thrown where a shell does not have what the step is about. */
export class Lacking extends Error {}
