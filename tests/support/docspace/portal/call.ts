import type { IncomingHttpHeaders } from 'node:http';

/** A request as it arrived. */
export type Call = {
  at: number;
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  /** The address as the server saw it; DocSpace repeats it in every envelope. */
  href: string;
  headers: IncomingHttpHeaders;
  body: string;
};

/** A query parameter; keys are matched without regard to case (ASP.NET model binding). */
export function queryValue(call: Call, name: string): string | undefined {
  for (const [key, value] of call.query) if (key.toLowerCase() === name.toLowerCase()) return value;
  return undefined;
}
