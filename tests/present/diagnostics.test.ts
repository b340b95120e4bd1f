import { expect, test } from 'vitest';
import { diagnosticsText, notSaved } from '../../src/present/diagnostics.ts';
import { failures, minute, reads, readsFinished, redirect, secret } from '../support/given.ts';
import { Story } from '../support/core/story.ts';
import { words } from '../support/present/presented.ts';

const machine = { electron: '45.4.1', system: 'linux 6.1 x64' };
const key = 'sk-canary-0123456789abcdef';
const token = 'a session token: like nothing in particular';

function textOf({ shell }: Story, log = 'a line of the log\n'): string {
  return diagnosticsText(shell.state, { machine, log, secrets: [key, token] }, words, shell.now);
}

/** The report in the middle of the text. */
function reportOf(story: Story): Record<string, unknown> {
  const text = textOf(story);
  return JSON.parse(text.slice(text.indexOf('\n{'), text.lastIndexOf('\n}') + 2));
}

const finished = readsFinished({ warning: `left out ${token} and https://cloud.example/x?sig=${secret}` });
const story = new Story().begins({ job: null }).looks(finished);

test('says what somebody who helps needs to know, and says first what is in it', () => {
  const text = textOf(story);
  expect(text).toMatch(
    /^Diagnostics of Keepwatch\. They contain the names and addresses of your portals and the folders of their archives, but no keys/,
  );
  expect(text).toMatch(/\na line of the log\n$/);
  expect(reportOf(story)).toMatchObject({
    madeAt: expect.stringMatching(/^2026-11-20 03:04:\d\d$/),
    machine,
    settings: { version: 1, portals: [{ name: 'Acme', origin: 'https://acme.onlyoffice.com' }] },
    application: { version: '0.1.0' },
    portals: [
      {
        status: 'ended',
        keyStatus: 'ready',
        trouble: null,
        jobs: { portal: { run: null, reported: true, ending: { outcome: 'gaps', hasLink: true } } },
      },
    ],
  });
});

test('says how far a backup is, and since when', () => {
  const running = new Story().begins({ job: null }).looks(reads({ percent: 40 }));
  expect(reportOf(running)).toMatchObject({
    portals: [
      {
        status: 'running',
        jobs: {
          portal: {
            run: {
              stage: 'running',
              percent: 40,
              firstSeenAt: expect.stringMatching(/^2026-11-20 03:0\d:\d\d$/),
              changedAt: expect.stringMatching(/^2026-11-20 03:0\d:\d\d$/),
              missedAt: null,
            },
          },
        },
      },
    ],
  });
});

test('says what keeps a portal from being watched', () => {
  const silent = new Story()
    .begins()
    .fails(failures.serverError)
    .passes(2 * minute);
  expect(reportOf(silent)).toMatchObject({ portals: [{ trouble: { kind: 'serverError', detail: '500' } }] });
});

test('says of an answer that leads elsewhere what it was, and not where', () => {
  const elsewhere = new Story()
    .begins()
    .fails(redirect(`https://cloud.example/?sig=${secret}`))
    .passes(2 * minute);
  expect(reportOf(elsewhere)).toMatchObject({ portals: [{ trouble: { kind: 'redirected', detail: null } }] });
  expect(textOf(elsewhere)).not.toContain('cloud.example');
});

test('holds no key and no link, wherever one has come in', () => {
  const log = `with ${key}\nGET https://acme.onlyoffice.com/storage/backup/x?auth=${secret}\n`;
  const text = textOf(story, log);
  expect(text).toContain('GET https://acme.onlyoffice.com/[redacted]\n');
  for (const hidden of [key, token, secret, 'storage/backup'])
    expect([hidden, text.includes(hidden)]).toEqual([hidden, false]);
});

test('a file that could not be written has its words', () => {
  expect(notSaved(words)).toEqual({
    message: 'The diagnostics could not be saved',
    detail: 'The disk may be full, or the folder not writable. Choose another one.',
  });
});
