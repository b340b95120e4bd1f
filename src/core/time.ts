/**
 * The last moment that can be said of, in epoch milliseconds: a day before the end of what a date can hold
 * (ECMAScript, Time Values), so that a day can be added to it.
 */
export const latest = 8.64e15 - 24 * 60 * 60_000;
