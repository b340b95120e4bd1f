/** What time it is for a portal, in epoch milliseconds. */
export type Clock = { now: () => number };

export const realClock: Clock = { now: () => Date.now() };
