import type { AnswerLine } from '../../contract/answer.ts';
import { exitCodes } from './exitCodes.ts';
import { isTone, printed, type Printable } from './output.ts';
import type { CommandPorts } from './ports.ts';
import { talk } from './talk.ts';
import type { End } from './take.ts';

/**
 * Prints how the portals of the Keepwatch that runs stand; else, why not. Somebody waits for it: the answer is checked as
 * far as it is printed, since the contract's schemas take as long to load as all the rest takes (30 ms).
 */
export async function printStatus(json: boolean, ports: CommandPorts): Promise<End> {
  let answer: Printable | null = null;
  const heard = await talk(ports, 'status', (line) => {
    answer = parsePrintable(line);
    return true;
  });
  if (!heard) return { code: exitCodes.notRunning, why: 'notRunning' };
  if (answer === null) return { code: exitCodes.bug, why: 'unreadable' };
  ports.write(printed(answer, json, ports.coloured));
  return { code: exitCodes.done, why: null };
}

function parsePrintable(line: string): Printable | null {
  try {
    const answer: unknown = JSON.parse(line);
    return isPrintable(answer) ? answer : null;
  } catch {
    return null;
  }
}

function isPrintable(answer: unknown): answer is Printable {
  return (
    isObject(answer) &&
    isObject(answer['facts']) &&
    answer['facts']['version'] === 1 &&
    Array.isArray(answer['lines']) &&
    answer['lines'].every(isLine)
  );
}

function isLine(line: unknown): line is AnswerLine {
  return isObject(line) && typeof line['text'] === 'string' && isTone(line['tone']);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
