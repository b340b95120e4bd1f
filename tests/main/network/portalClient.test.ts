import { describe, expect, test } from 'vitest';
import { succeed } from '../../../src/core/base/result.ts';
import { createPortalClient } from '../../../src/main/network/portalClient.ts';
import { lazy } from '../../../src/main/lazy.ts';
import type { Transport } from '../../../src/main/network/transport.ts';
import { acme, start } from '../../support/given.ts';
import { nothingKnown, progress } from '../engine/performing.ts';

describe('a question', () => {
  const answer = {
    origin: acme.origin,
    status: 200,
    contentType: 'application/json',
    location: null,
    retryAfter: null,
  };
  const asking = (ask: Transport['ask']) => {
    const failures: unknown[] = [];
    const transport = lazy<Transport>(async () => ({ ask, drop: () => undefined }));
    return {
      ask: createPortalClient(
        transport,
        () => start,
        (error) => failures.push(error),
      ),
      failures,
    };
  };

  test('is read by what was asked', async () => {
    const { ask } = asking(async () =>
      succeed({ ...answer, rateLimitReset: null, date: null, body: '{"status":0,"statusCode":200}' }),
    );
    expect(await ask('a', acme.origin, progress, null)).toEqual(nothingKnown);
  });

  test('that meets a bug is answered all the same: nobody waits for it in vain', async () => {
    const { ask, failures } = asking(async () => Promise.reject(new Error('a bug')));
    expect(await ask('a', acme.origin, progress, null)).toMatchObject({
      ask: 'progress',
      got: { ok: false, reason: { kind: 'unexpected' } },
    });
    expect(failures).toHaveLength(1);
  });
});
