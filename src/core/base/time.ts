// In milliseconds, as all times here.
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/**
 * The last moment that can be said of, in epoch milliseconds: a day before the end of what a date can hold
 * (ECMAScript, Time Values), so that a day can be added to it.
 */
export const latest = 8.64e15 - day;
