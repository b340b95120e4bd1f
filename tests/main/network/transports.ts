import { onTestFinished } from 'vitest';
import type { ApiRequest } from '../../../src/core/docspace/request.ts';
import type { Timeouts } from '../../../src/main/network/timeouts.ts';
import { createTlsOptions } from '../../../src/main/network/tls.ts';
import { directOnly } from '../../support/network/direct.ts';
import { createTransport, type Transport } from '../../../src/main/network/transport.ts';

/** Short enough for a test, long enough for a busy machine; undici counts headers and body by the second. */
export const quick: Timeouts = { connect: 2000, headers: 300, body: 300, whole: 5000, keepAlive: 10_000 };

/** A transport for one test. */
export function openTransport(timeouts: Timeouts = quick): Transport {
  const transport = createTransport('Keepwatch/1.2.3', timeouts, directOnly, createTlsOptions());
  onTestFinished(() => transport.drop());
  return transport;
}

/** A question of a path; with the key, unless it is an open one. */
export function question(
  path = '/api/2.0/backup/getbackupprogress',
  more: Partial<ApiRequest> = {},
): ApiRequest {
  return { path, withKey: true, limit: 4096, ...more };
}
