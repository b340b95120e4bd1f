import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../../src/core/docspace/request.ts';
import { type Question, parseReply } from '../../../src/core/docspace/question.ts';
import { temporaryStorage } from '../../../src/core/docspace/startBackup.ts';
import { succeed } from '../../../src/core/base/result.ts';
import { minute, start } from '../../support/given.ts';
import { httpAnswer } from './answers.ts';
import { flawOf } from './closedSet.ts';
import { answers, huge } from './hostile.ts';

/** More than the usual number of cases: `KEEPWATCH_CASES=1000000 npx vitest run --project pure fuzz`. */
const cases = Number(process.env['KEEPWATCH_CASES'] ?? 20_000);

const questions: Question[] = [
  { ask: 'progress', scope: 'portal' },
  { ask: 'history', scope: 'portal' },
  { ask: 'schedule', scope: 'portal' },
  { ask: 'timeZone' },
  { ask: 'freeBackups' },
  { ask: 'settings' },
  { ask: 'version' },
  { ask: 'key' },
  { ask: 'self' },
  { ask: 'restore' },
  { ask: 'start', scope: 'portal', target: temporaryStorage },
  { ask: 'stop' },
];

/** Reads an answer as the answer to every question; what is wrong with one of the replies. */
function flawIn(answer: HttpResponse): string | null {
  for (const question of questions) {
    const flaw = flawOf(parseReply(question, succeed(answer), start));
    if (flaw !== null) return `${question.ask}: ${flaw}`;
  }
  return null;
}

describe('whatever a server answers', () => {
  test(
    `it is read as a member of the closed set, without a throw (${cases} answers)`,
    () => {
      const began = performance.now();
      const kinds = new Map<string, number>();
      fc.assert(
        fc.property(answers, (answer) => {
          const reply = parseReply({ ask: 'progress', scope: 'portal' }, succeed(answer), start);
          const kind = reply.got.ok ? 'read' : reply.got.reason.kind;
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
          const flaw = flawIn(answer);
          if (flaw !== null) throw new Error(flaw);
        }),
        { numRuns: cases },
      );
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${cases} generated answers, ${questions.length} parsers each, in ${seconds} s`);
      // The generator reaches what it is meant to reach.
      for (const kind of ['read', 'unreadable', 'notDocSpace', 'serverError', 'rateLimited', 'redirected']) {
        expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(cases / 1000);
      }
    },
    60 * minute,
  );

  test.each(huge.map((make, index) => [index, make] as const))(
    'megabytes take no more than a moment: %i',
    (_index, make) => {
      const answer = httpAnswer(make());
      expect(answer.body.length).toBeGreaterThan(250_000);
      const began = performance.now();
      expect(flawIn(answer)).toBeNull();
      expect(performance.now() - began).toBeLessThan(10_000);
    },
  );
});
