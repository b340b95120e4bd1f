import type { HttpResponse } from '../../../src/core/docspace/request.ts';

/** An HTTP answer as the transport hands it over; 200 and JSON unless said otherwise. */
export function httpAnswer(body: string, parts: Partial<HttpResponse> = {}): HttpResponse {
  return {
    origin: 'https://acme.onlyoffice.com',
    status: 200,
    contentType: 'application/json; charset=utf-8',
    location: null,
    retryAfter: null,
    rateLimitReset: null,
    date: null,
    body,
    ...parts,
  };
}

/** DocSpace's envelope around a response; without one where there is none to wrap. */
export function wrapped(response?: unknown): HttpResponse {
  const count = response === undefined ? 0 : 1;
  const links = [{ href: 'https://acme.onlyoffice.com/api/2.0/x', action: 'GET' }];
  return httpAnswer(JSON.stringify({ response, count, links, status: 0, statusCode: 200 }));
}

/** A job on the wire, as DocSpace 3.7.2 writes it. */
export function wireJob(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    isCompleted: false,
    progress: 42,
    error: '',
    link: '',
    tenantId: 1,
    backupProgressEnum: 0,
    status: 1,
    taskId: 'task-a',
    ...parts,
  };
}

/** What older and later servers make of it. */
export const versions: Record<string, (job: Record<string, unknown>) => Record<string, unknown>> = {
  'DocSpace 3.7.2': (job) => job,
  'before `status` (3.7.0)': ({ status: _status, ...job }) => job,
  'before `warning` (3.5)': ({ status: _status, warning: _warning, ...job }) => job,
  'before `taskId` (2.4)': ({ status: _status, warning: _warning, taskId: _taskId, ...job }) => job,
  'with nulls written out': (job) => ({ warning: null, ...job }),
  'a version to come': (job) => ({
    ...job,
    speed: { bytes: 1e12 },
    backupProgressEnum: 17,
    status: job['status'] === 3 || job['status'] === 4 ? job['status'] : 9,
  }),
};
