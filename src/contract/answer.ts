import * as z from 'zod/mini';
import { factsSchema, happeningSchema } from './facts.ts';
import { text, tone } from './values.ts';

/** What is asked over the socket: one line of JSON. */
export const requestSchema = z.strictObject({ version: z.literal(1), ask: z.enum(['status', 'follow']) });

/** The same for a person, a line each. */
const lines = z.array(z.strictObject({ tone, text }));

/**
 * What is answered, a line of JSON each: how all portals stand, and where they are followed, what happens from then on.
 * Checked on its way out, as everything that leaves is.
 */
export const answerSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('status'), facts: factsSchema, lines }),
  z.strictObject({ is: z.literal('event'), facts: happeningSchema, lines }),
]);

export type Request = z.output<typeof requestSchema>;
export type Answer = z.output<typeof answerSchema>;
export type AnswerLine = Answer['lines'][number];
