import { minute } from '../../../../src/core/base/time.ts';
import type { Details } from './details.ts';
import type { Plan } from './job/plan.ts';
import type { World } from './world.ts';

/** A backup has finished lately: what the scenarios of downloads begin with. */
export function finishedBackup(world: World, details: Partial<Details> = {}, plan: Partial<Plan> = {}): void {
  world.set(details);
  world.backups.start(plan, world.clock.now() - minute);
}
