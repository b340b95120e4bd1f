import { redirectTo } from '../misbehaviour/answers.ts';
import type { Scenario } from '../scenario.ts';

export const movedHost: Scenario = {
  number: 23,
  name: 'moved-host',
  says: 'Everything answers 301 to another host, which is the same portal under another name.',
  begin: (world) => {
    const elsewhere = world.origin.replace('127.0.0.1', 'localhost');
    world.misbehaviours.add(redirectTo(elsewhere));
  },
};
