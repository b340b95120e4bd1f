import { second } from '../../../../../src/core/base/time.ts';
import { encryptFrom, ownPage, redirectTo } from '../misbehaviour/answers.ts';
import type { Scenario } from '../scenario.ts';

// Answers that send whoever asks to somewhere else.

export const ownPageOnly: Scenario = {
  number: 23,
  name: 'own-page',
  says: 'Everything answers 302 to a page of the portal itself: it is not set up yet.',
  begin: (world) => {
    world.misbehaviours.add(ownPage('/wizard'));
  },
};

export const movedToHttps: Scenario = {
  number: 23,
  name: 'moved-to-https',
  says: 'After 30 s everything by http answers 301 to the same address by https.',
  begin: (world) => {
    world.misbehaviours.add(encryptFrom(world.clock.now() + 30 * second, world.secureOrigin));
  },
};

export const movedHost: Scenario = {
  number: 23,
  name: 'moved-host',
  says: 'Everything answers 301 to another host, which is the same portal under another name.',
  begin: (world) => {
    const elsewhere = world.origin.replace('127.0.0.1', 'localhost');
    world.misbehaviours.add(redirectTo(elsewhere));
  },
};
