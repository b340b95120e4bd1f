import { unanswered } from '../access/access.ts';
import type { Failure } from '../net/failure.ts';
import { withdrawAccess } from '../news/ledger.ts';
import type { Watch } from './watch.ts';

/** Takes in that a portal could not be seen. Another trouble than before: what nobody was told of that one is over. */
export function takeFailure(watch: Watch, failure: Failure, now: number): Watch {
  const access = unanswered(watch.access, failure, now);
  const another = watch.access.trouble !== null && access.trouble?.count === 1;
  return { ...watch, access, ledger: another ? withdrawAccess(watch.ledger, null) : watch.ledger };
}
