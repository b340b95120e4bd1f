import type { Connecting } from './messages/connecting.ts';
import type { Desktop } from './messages/desktop.ts';
import type { Labels } from './messages/labels.ts';
import type { Reasons } from './messages/reasons.ts';
import type { Refusals } from './messages/refusals.ts';
import type { States } from './messages/states.ts';
import type { Times } from './messages/times.ts';
import type { Verdicts } from './messages/verdicts.ts';

/** Every message and the values it takes: the type that each catalogue has to fill, and each caller to meet. */
export type Messages = Times & Verdicts & States & Reasons & Desktop & Labels & Connecting & Refusals;

/** A language: every message in it, as ICU MessageFormat. */
export type Catalogue = Record<keyof Messages, string>;
