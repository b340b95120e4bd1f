import type { Answer } from './answer.ts';
import type { Caller } from './authentication.ts';
import type { Call } from './call.ts';
import type { World } from './world.ts';

/** All that a route may look at. */
export type Visit = {
  call: Call;
  world: World;
  caller: Caller;
  /** The `Dump` parameter; undefined where it was not given. */
  dump: boolean | undefined;
};

/** One endpoint, and what stands before it. */
export type Route = {
  method: 'GET' | 'POST';
  path: string;
  /** Who may call it; administrators are the owner and the DocSpace administrators. */
  access: 'anyone' | 'member' | 'administrator';
  /** The first version that has it. */
  since?: string;
  /** Works with every key, whatever its permissions. */
  anyKey?: true;
  /** Answers although the tariff has run out. */
  whenUnpaid?: true;
  /** `refused`: `Dump=true` needs a server of one's own. `free`: anybody may ask. */
  dump?: 'refused' | 'free';
  answer: (visit: Visit) => Answer;
};
