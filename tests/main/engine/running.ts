import { succeed } from '../../../src/core/base/result.ts';
import { reads, second } from '../../support/given.ts';
import { World } from './world.ts';

/** A world in which a backup has just been seen running. */
export function running(): World {
  const world = new World().begin();
  world.clock.pass(5 * second);
  world.answer = succeed(reads());
  world.does({ type: 'checkNow', portal: null });
  world.clock.pass(1);
  world.heard();
  return world;
}
