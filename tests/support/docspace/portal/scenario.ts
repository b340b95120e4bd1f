import type { Call } from './call.ts';
import type { World } from './world.ts';

/** A story the portal plays. It sets up a fresh world; from there on the clock tells it. */
export type Scenario = {
  /** The number in the API note's list of what a fake must be able to do. */
  number: number;
  name: string;
  /** One sentence for people. */
  says: string;
  begin: (world: World) => void;
  /** Changes the JSON of an answer on its way out. */
  distort?: (body: Record<string, unknown>, call: Call) => Record<string, unknown>;
  /** Why its answers are not what the OpenAPI document says, where they are so on purpose. */
  beyondTheDocument?: string;
};
