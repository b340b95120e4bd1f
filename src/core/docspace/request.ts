/**
 * Which of the two jobs a portal can have: its own backup, or the dump of the whole server (`Dump=true`, standalone
 * servers only; another job, another schedule, another history).
 */
export type Scope = 'portal' | 'server';

/** A request as data, under the portal's origin. */
export type ApiRequest = {
  path: string;
  /** What is sent with a POST, in JSON; absent: a GET. */
  body?: string;
  /** Anonymous endpoints are asked without the key, so that it goes no further than it must. */
  withKey: boolean;
  /** The most bytes of body that are read. */
  limit: number;
  /** How many times the usual time its answer may take; absent: 1. */
  timeoutFactor?: number;
};

/** An HTTP answer, whole and bounded, before anybody has judged it. */
export type HttpResponse = {
  /** The origin that was asked. */
  origin: string;
  status: number;
  contentType: string;
  location: string | null;
  retryAfter: string | null;
  rateLimitReset: string | null;
  date: string | null;
  body: string;
};

export const kilobyte = 1024;
