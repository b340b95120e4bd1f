import type { AnswerLine } from '../../contract/answer.ts';

/** What of an answer is printed. */
export type Printable = { facts: object; lines: readonly AnswerLine[] };

const colours: Record<AnswerLine['tone'], string> = {
  calm: '',
  accent: '\u001B[32m',
  warn: '\u001B[33m',
  danger: '\u001B[31m',
};
export function isTone(text: unknown): text is AnswerLine['tone'] {
  return typeof text === 'string' && Object.hasOwn(colours, text);
}

const plain = '\u001B[0m';

// What is asked may be anybody's: for root, Keepwatch of another user. Nothing of it reaches a terminal as a command to it.
const controls = /\p{Cc}/gu;

/** Colours only where somebody looks at them, and has not asked for none (https://no-color.org). */
export function isColoured(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** An answer as it is printed: one line of JSON, or its lines. */
export function printed({ facts, lines }: Printable, json: boolean, coloured: boolean): string {
  if (json) return `${withoutControls(JSON.stringify(facts))}\n`;
  return lines
    .map(({ tone, text }) => `${inTone(withoutControls(text), coloured ? colours[tone] : '')}\n`)
    .join('');
}

function inTone(text: string, colour: string): string {
  return colour === '' ? text : `${colour}${text}${plain}`;
}

function withoutControls(text: string): string {
  return text.replace(controls, '');
}
