import { toldCauses } from '../../../src/core/access/cause.ts';
import { describe, expect, test } from 'vitest';
import {
  announceAccess,
  announceEnding,
  announceKeyEnds,
  announceStuck,
} from '../../../src/core/news/announcement.ts';
import type { JobReading } from '../../../src/core/docspace/progress.ts';
import { notificationText } from '../../../src/present/notification/notification.ts';
import {
  acme,
  day,
  failures,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  stateOf,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { finished, now } from '../../support/present/presented.ts';
import { pseudoWords } from '../../support/i18n/pseudo.ts';
import { trayOf } from '../../support/present/shown.ts';

// In a language two fifths longer, written from right to left, all is still said to its end.

const name = 'Nordlicht Verlag, Hamburg';
const portal = { ...acme, name };

function story(): Story {
  return new Story([portal]).begins(nothing);
}

function ends(parts: Partial<JobReading>): Story {
  return story()
    .looks(reads())
    .looks(reads({ completed: true, ...parts }));
}

describe('the tooltip', () => {
  test.each<[string, () => Story]>([
    ['nothing runs', story],
    ['it waits', () => story().looks(reads({ percent: 0, status: 0 }))],
    [
      'it runs',
      () =>
        story()
          .looks(reads({ percent: 10 }))
          .passes(20_000)
          .looks(reads({ percent: 40 })),
    ],
    ['it uploads', () => story().looks(reads({ percent: 90 }))],
    [
      'it is stuck',
      () =>
        story()
          .looks(reads())
          .passes(2 * hour),
    ],
    ['it has finished', () => story().looks(reads()).looks(readsFinished())],
    ['it has gaps', () => ends({ warning: 'Some files were not included.' })],
    ['it has failed', () => ends({ error: 'Disk full.' })],
    ['it was stopped', () => ends({ status: 3 })],
    ['it is gone', () => story().looks(reads()).looks(nothing)],
    ['the key is refused', () => story().fails(failures.keyRefused).passes(minute)],
    ['the right is missing', () => story().fails(failures.forbidden).passes(minute)],
    ['the plan is not paid', () => story().fails(failures.unpaid).passes(minute)],
    ['the certificate is not trusted', () => story().fails(failures.certificate).passes(minute)],
    ['the portal is silent', () => story().fails(failures.timeout).passes(hour)],
  ])('cuts neither name nor state while %s', (_what, tells) => {
    const { shell } = tells();
    const tooltip = trayOf(shell.state, pseudoWords, shell.now).tooltip;
    expect(tooltip).toContain(name);
    expect(tooltip).not.toContain('…');
    expect(tooltip.length).toBeLessThanOrEqual(127);
  });
});

describe('a notification', () => {
  const job = { ...finished, error: 'Disk full.' };
  const outcomes = ['finished', 'gaps', 'problem', 'failed', 'cancelled', 'unknown'] as const;
  const stuck = { stage: 'running', percent: 37, since: now - hour, before: minute } as const;
  const news = [
    ...(['portal', 'server'] as const).flatMap((scope) =>
      outcomes.map((outcome) => announceEnding(scope, { ...job, outcome }, now)),
    ),
    announceStuck('portal', 'task-a', stuck, now),
    announceStuck('server', 'task-a', { ...stuck, stage: 'uploading', percent: 90 }, now),
    announceKeyEnds(now + 3 * day, 3, now),
    ...toldCauses.map((cause) => announceAccess(cause, now)),
  ];

  test.each(news.map((announcement) => [JSON.stringify(announcement.news), announcement] as const))(
    'says %s to its end, with the name in its title',
    (_news, announcement) => {
      const notification = { kind: 'one', portal, announcement } as const;
      const { title, body, buttons } = notificationText(
        notification,
        stateOf([portal]),
        pseudoWords,
        now + day,
      );
      expect(title).toContain(name);
      expect(`${title}${body}${buttons.map(({ label }) => label).join('')}`).not.toContain('…');
      expect(body.split('\n').length).toBeLessThanOrEqual(4);
    },
  );
});
