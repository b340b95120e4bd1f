import { tooManyRequests } from '../misbehaviour/answers.ts';
import type { Scenario } from '../scenario.ts';

export const rateLimited: Scenario = {
  number: 20,
  name: 'rate-limited',
  says: 'Too many requests: 429 without a body, and not a word about when.',
  begin: (world) => {
    world.misbehaviours.add(tooManyRequests());
  },
};
