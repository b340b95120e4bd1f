import type { Message } from '../message.ts';
import { commandLine } from './commandLine.ts';
import { connecting } from './connecting.ts';
import { control } from './control.ts';
import { desktop } from './desktop.ts';
import { history } from './history.ts';
import { labels } from './labels.ts';
import { reasons } from './reasons.ts';
import { refusals } from './refusals.ts';
import { saving } from './saving.ts';
import { states } from './states.ts';
import { times } from './times.ts';
import { headlines } from './headlines.ts';

/** Everything that a person reads. Sentences say what is so, then what to do. */
export const messages = {
  ...times,
  ...headlines,
  ...states,
  ...reasons,
  ...desktop,
  ...labels,
  ...history,
  ...control,
  ...connecting,
  ...refusals,
  ...saving,
  ...commandLine,
};

export type MessageName = keyof typeof messages;

/** The values that a message takes; null where it takes none. */
export type ValuesOf<Name extends MessageName> =
  (typeof messages)[Name] extends Message<infer Values> ? Values : never;
