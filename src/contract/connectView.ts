import * as z from 'zod/mini';
import { banner, facts, glyph, id, line, text, tone } from './values.ts';

const check = z.strictObject({ tone, glyph, prefix: text, fact: text, detail: line });

/** How far the adding of a portal has come, or a look at its certificate. */
export const connectViewSchema = z.strictObject({
  stage: z.enum(['form', 'checking', 'consent', 'refused', 'connected']),
  checks: z.array(check),
  /** A refusal of one field takes the place of its hint. */
  addressError: line,
  keyError: line,
  note: z.nullable(banner),
  /** The button that agrees to a risk, saying what it does. */
  consent: line,
  /** The portal that is connected now. */
  connected: z.nullable(id),
  /** The certificate that is to be agreed to. */
  certificate: z.nullable(z.strictObject({ facts, fingerprint: text })),
  /** Offered after the first portal. */
  offersStartAtLogin: z.boolean(),
});

export type Check = z.output<typeof check>;
export type ConnectView = z.output<typeof connectViewSchema>;
