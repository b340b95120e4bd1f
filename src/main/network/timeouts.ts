import { second } from '../../core/base/time.ts';

/**
 * How long each part of a request may take, in milliseconds; `whole`: all of it, a second try included. For a question
 * that takes long to answer, `headers` and `whole` are multiplied by its own factor.
 */
export type Timeouts = Record<'connect' | 'headers' | 'body' | 'whole' | 'keepAlive', number>;

export const usualTimeouts: Timeouts = {
  connect: 10 * second,
  headers: 20 * second,
  body: 20 * second,
  whole: 30 * second,
  // Longer than the pause between two looks at a running backup, so that they share a connection.
  keepAlive: 10 * second,
};

/** The most bytes of headers that are read: gateways send content policies of 20 KiB. */
export const longestHeaders = 64 * 1024;
