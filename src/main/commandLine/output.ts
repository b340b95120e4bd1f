import type { Answer, AnswerLine, Printing } from '../../contract/answer.ts';

const escape = '\u001B';
const colours: Record<AnswerLine['tone'], string> = {
  calm: '',
  accent: `${escape}[32m`,
  warn: `${escape}[33m`,
  danger: `${escape}[31m`,
};
const plain = `${escape}[0m`;

// What is asked may be anybody's: for root, Keepwatch of another user. Nothing of it reaches a terminal as a command to it.
const controls = /\p{Cc}/gu;
const coloursAndControls = new RegExp(`(${escape}\\[\\d{1,2}m)|\\p{Cc}`, 'gu');

/** Colours only where somebody looks at them, and has not asked for none (https://no-color.org). */
export function isColoured(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

export function printingOf(json: boolean, coloured: boolean): Printing {
  return json ? 'json' : coloured ? 'coloured' : 'text';
}

/** An answer as it is printed: one line of JSON, or its lines. */
export function printed({ facts, lines }: Pick<Answer, 'facts' | 'lines'>, as: Printing): string {
  if (as === 'json') return `${withoutControls(JSON.stringify(facts))}\n`;
  return lines
    .map(({ tone, text }) => `${inTone(withoutControls(text), as === 'coloured' ? colours[tone] : '')}\n`)
    .join('');
}

/** A line that another Keepwatch wants printed: it may be in colour, and commands the terminal nothing else. */
export function harmlessLine(line: string): string {
  return `${line.replace(coloursAndControls, '$1')}\n`;
}

function inTone(text: string, colour: string): string {
  return colour === '' ? text : `${colour}${text}${plain}`;
}

function withoutControls(text: string): string {
  return text.replace(controls, '');
}
