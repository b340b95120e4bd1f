import { tooManyRequests } from '../misbehaviour/answers.ts';
import type { Scenario } from '../scenario.ts';

export const retryAfter: Scenario = {
  number: 20,
  name: 'retry-after',
  says: 'Too many requests: 429 with Retry-After: 30.',
  begin: (world) => {
    world.misbehaviours.add(tooManyRequests({ retryAfter: 30 }));
  },
};
