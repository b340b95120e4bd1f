import type { Answer } from '../../contract/answer.ts';
import type { Place } from './place.ts';
import type { Complaint } from './take.ts';

/** Where answers come from: tells each until nobody wants more (true), and then, or when there are no more, how it went. */
export type Answers = (hear: (answer: Answer) => boolean) => Promise<Complaint>;

/** What the command line is run with. */
export type CommandPorts = {
  version: string;
  place: Place;
  user: number | undefined;
  /** To standard output, and to standard error. */
  write: (text: string) => unknown;
  complain: (text: string) => unknown;
  coloured: boolean;
  /** Looks at a portal without the Keepwatch that runs. */
  lookAlone: (address: string) => Promise<Answers>;
  /** Calls back once, after that many milliseconds. */
  after: (delay: number, wake: () => void) => () => void;
};
