import { describe, expect, test } from 'vitest';
import { openEnvelope } from '../../../src/core/docspace/envelope.ts';
import type { FailureKind } from '../../../src/core/net/failure.ts';
import { start } from '../../support/given.ts';
import { httpAnswer, wrapped } from './answers.ts';

describe('the envelope around every answer', () => {
  test.each([
    ['a value', wrapped({ progress: 1 }), { progress: 1 }],
    ['nothing there: no response member', wrapped(), undefined],
    ['nothing there: written out as null', httpAnswer('{"response":null,"status":0}'), undefined],
    ['false is a value', wrapped(false), false],
    ['an empty list is a value', wrapped([]), []],
    ['only an HTTP status inside', httpAnswer('{"response":1,"statusCode":200}'), 1],
    ['unknown members', httpAnswer('{"response":1,"status":0,"speed":"high"}'), 1],
    ['a type that is not said', httpAnswer('{"response":1,"status":0}', { contentType: '' }), 1],
    ['of two responses the last', httpAnswer('{"response":1,"response":2,"status":0}'), 2],
  ])('is opened: %s', (_what, answer, value) => {
    expect(openEnvelope(answer, start)).toEqual({ ok: true, value });
  });

  test.each<[string, Parameters<typeof httpAnswer>, FailureKind]>([
    ['no body', [''], 'notDocSpace'],
    ['a captive portal’s page', ['<html>Sign in</html>', { contentType: 'text/html' }], 'notDocSpace'],
    ['half an answer', ['{"response":{"progress":4'], 'notDocSpace'],
    ['null', ['null'], 'notDocSpace'],
    ['a list', ['[]'], 'notDocSpace'],
    ['a number', ['42'], 'notDocSpace'],
    ['an object of another product', ['{"ok":true}'], 'notDocSpace'],
    ['an envelope without any status', ['{"response":1,"count":1}'], 'notDocSpace'],
    ['a status that is no number', ['{"response":1,"status":"ok"}'], 'notDocSpace'],
    ['an error inside a 200', ['{"response":{"title":"x"},"status":1,"statusCode":400}'], 'serverError'],
    ['a 401 with an empty body', ['', { status: 401 }], 'keyRefused'],
    ['a 401 in an envelope', ['{"error":{"message":"x"},"status":1}', { status: 401 }], 'keyRefused'],
    ['a 401 page', ['<html>Sign in</html>', { status: 401, contentType: 'Text/HTML' }], 'notDocSpace'],
    ['a 401 in words', ['Authorization Required', { status: 401, contentType: 'text/plain' }], 'notDocSpace'],
    ['a 401 of another product', ['{"message":"Unauthorized"}', { status: 401 }], 'notDocSpace'],
    ['a 403 that looks like a good answer', ['{"response":1,"status":0}', { status: 403 }], 'forbidden'],
    ['a 502 page', ['<html>', { status: 502, contentType: 'text/html' }], 'serviceDown'],
    ['a 204', ['', { status: 204 }], 'unexpected'],
  ])('is not opened: %s', (_what, [body, parts], kind) => {
    expect(openEnvelope(httpAnswer(body, parts), start)).toMatchObject({ ok: false, reason: { kind } });
  });

  test('a content type that is kept for the diagnostics is one short, harmless line', () => {
    const opened = openEnvelope(httpAnswer('', { contentType: `text/html\u202E${'x'.repeat(500)}` }), start);
    expect(opened).toMatchObject({ reason: { detail: `text/html ${'x'.repeat(49)}…` } });
  });
});
