import type { Connect, Refusal } from './attempt.ts';
import type { Question } from '../docspace/question.ts';

export function ask(connect: Connect, question: Question): Connect {
  return { ...connect, stage: { is: 'asking', question } };
}

export function refuse(connect: Connect, refusal: Refusal): Connect {
  return { ...connect, stage: { is: 'refused', refusal } };
}
