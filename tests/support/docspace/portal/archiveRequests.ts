import { cutAfter } from './misbehaviour/downloads.ts';
import type { Misbehaviour } from './misbehaviour/misbehaviours.ts';
import type { World } from './world.ts';

// When an archive on the portal's own storage is asked for.

const path = '/storage/';

/** This happens each time that the archive is asked for. */
export function always(world: World, misbehaviour: Misbehaviour): void {
  world.misbehaviours.add(misbehaviour, { path });
}

/** This happens first: each once, in this order. */
export function first(world: World, ...misbehaviours: Misbehaviour[]): void {
  for (const each of misbehaviours.toReversed()) world.misbehaviours.add(each, { path, times: 1 });
}

/** It is cut after a third. */
export function cutOnce(world: World): Misbehaviour {
  return cutAfter(300_000, world.clock);
}
