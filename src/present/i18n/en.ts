import { connecting } from './en/connecting.ts';
import { desktop } from './en/desktop.ts';
import { labels } from './en/labels.ts';
import { reasons } from './en/reasons.ts';
import { refusals } from './en/refusals.ts';
import { states } from './en/states.ts';
import { times } from './en/times.ts';
import { verdicts } from './en/verdicts.ts';
import type { Catalogue } from './messages.ts';

/** English. Sentences say what is so, then what to do. */
export const en: Catalogue = {
  ...times,
  ...verdicts,
  ...states,
  ...reasons,
  ...desktop,
  ...labels,
  ...connecting,
  ...refusals,
};
