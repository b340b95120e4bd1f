import { isRecord, parseJson } from './json.ts';
import type { Portal } from './portal/portal.ts';

export type Question = {
  method?: string;
  /** An API key, sent as it should be; null asks anonymously. Absent: the portal's good key. */
  key?: string | null;
  headers?: Record<string, string>;
  body?: unknown;
};

export type Heard = {
  status: number;
  headers: Headers;
  /** The body as it was sent. */
  text: string;
  /** The `response` member of the envelope. */
  response: unknown;
};

/** Asks a portal as a client does, by real HTTP; redirects are shown, not followed. */
export async function ask(portal: Portal, path: string, question: Question = {}): Promise<Heard> {
  const { method = 'GET', key = portal.key, headers = {}, body } = question;
  const answer = await fetch(new URL(path, portal.origin), {
    method,
    redirect: 'manual',
    headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json = parseJson(text);
  const response = isRecord(json) ? json['response'] : undefined;
  return { status: answer.status, headers: answer.headers, text, response };
}

/** The short way to `getbackupprogress`. */
export async function askProgress(portal: Portal, question: Question = {}): Promise<unknown> {
  return (await ask(portal, progressPath, question)).response;
}

export const progressPath = '/api/2.0/backup/getbackupprogress';
export const historyPath = '/api/2.0/backup/getbackuphistory';
export const schedulePath = '/api/2.0/backup/getbackupschedule';
