import type { Key } from '../../core/docspace/authorization.ts';
import { bug } from '../../core/net/failure.ts';
import { type Question, parseReply, type Reply, requestFor } from '../../core/docspace/question.ts';
import { fail } from '../../core/base/result.ts';
import type { Lazy } from '../lazy.ts';
import type { Transport } from './transport.ts';

/** Asks an origin something, over the connections of a pool. There is always a reply, good or bad. */
export type PortalClient = (
  pool: string,
  origin: string,
  question: Question,
  key: Key | null,
  certificate?: string | null,
) => Promise<Reply>;

export function createPortalClient(
  transport: Lazy<Transport>,
  now: () => number,
  failed: (error: unknown) => void,
): PortalClient {
  return async (pool, origin, question, key, certificate) => {
    try {
      const answer = await (await transport.get()).ask(pool, origin, requestFor(question), key, certificate);
      return parseReply(question, answer, now());
    } catch (error) {
      failed(error);
      return parseReply(question, fail(bug), now());
    }
  };
}
