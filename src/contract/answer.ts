import * as z from 'zod/mini';
import { factsSchema, happeningSchema } from './facts.ts';
import { text, tone } from './values.ts';

/** How an answer is printed: in words, in words with the colours of a terminal, or for scripts. */
const printing = z.enum(['text', 'coloured', 'json']);

/** What is asked over the socket, one line of JSON: how all portals stand, as it is to be printed; or what happens from now on. */
export const requestSchema = z.discriminatedUnion('ask', [
  z.strictObject({ version: z.literal(1), ask: z.literal('status'), as: printing }),
  z.strictObject({ version: z.literal(1), ask: z.literal('follow') }),
]);

/** The same for a person, a line each. */
const lines = z.array(z.strictObject({ tone, text }));

/**
 * What is answered: how all portals stand, and to those who follow them, what happens from then on, a line of JSON each.
 * Checked on its way out, as everything that leaves is.
 */
export const answerSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('status'), facts: factsSchema, lines }),
  z.strictObject({ is: z.literal('event'), facts: happeningSchema, lines }),
]);

export type Printing = z.output<typeof printing>;
export type Request = z.output<typeof requestSchema>;
export type Answer = z.output<typeof answerSchema>;
export type AnswerLine = Answer['lines'][number];
