import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/core/docspace/question.ts';
import { fail } from '../../../src/core/base/result.ts';
import type { NewsNotification } from '../../../src/core/news/delivery.ts';
import type { OuterEffect } from '../../../src/main/engine/engine.ts';
import type { NotificationText } from '../../../src/present/notification/text.ts';
import { announceAccess } from '../../../src/core/news/announcement.ts';
import { runOf } from '../../support/core/runs.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { acme, globex, start } from '../../support/given.ts';
import { keyOf } from '../../support/keyOf.ts';
import { nothingKnown, perform, progress } from './performing.ts';
import { keepKey } from '../storage/vaults.ts';

const settings: Question = { ask: 'settings' };

describe('a look', () => {
  test('is asked with the portal’s own key, over its own connections, and answered with its ticket', async () => {
    const { vault, does, comes, asked } = perform();
    await keepKey(vault, acme, keyOf('sk-of-acme-0123'));
    await keepKey(vault, globex, keyOf('sk-of-globex-0123'));
    does({
      do: 'query',
      portal: 'acme',
      origin: acme.origin,
      certificate: 'PEM',
      question: progress,
      ticket: 41,
    });
    expect(await comes()).toEqual([{ type: 'replied', portal: 'acme', ticket: 41, reply: nothingKnown }]);
    expect(asked).toEqual([
      {
        pool: 'acme',
        origin: acme.origin,
        path: '/api/2.0/backup/getbackupprogress',
        key: keyOf('sk-of-acme-0123'),
        certificate: 'PEM',
      },
    ]);
  });
});

test('a question that meets a bug is answered all the same: nobody waits for it in vain', async () => {
  const { does, comes, failures } = perform({ answer: async () => Promise.reject(new Error('a bug')) });
  does({
    do: 'query',
    portal: 'acme',
    origin: acme.origin,
    certificate: null,
    question: progress,
    ticket: 41,
  });
  const got = { ok: false, reason: { kind: 'unexpected' } };
  expect(await comes()).toMatchObject([{ type: 'replied', ticket: 41, reply: { ...progress, got } }]);
  expect(failures).toHaveLength(1);
});

describe('the key that was typed in', () => {
  const probe: OuterEffect = {
    do: 'probe',
    attempt: 3,
    origin: acme.origin,
    certificate: null,
    question: settings,
  };
  const store: OuterEffect = {
    do: 'store',
    attempt: 3,
    portal: { id: null, name: 'Acme', origin: acme.origin, scopes: ['portal'] },
  };
  const key = keyOf('sk-typed-in-0123456789');

  test('goes with the questions of its attempt', async () => {
    const { vault, does, comes, asked } = perform();
    vault.hold(key);
    does(probe);
    expect(await comes()).toMatchObject([{ type: 'connectReplied', attempt: 3 }]);
    expect(asked).toEqual([
      { pool: 'connect', origin: acme.origin, path: '/api/2.0/settings', key, certificate: null },
    ]);
  });

  test('waits while the certificate of its portal is read', async () => {
    const { does, comes, done } = perform();
    does({ do: 'readCertificate', attempt: 3, origin: acme.origin });
    expect(await comes()).toMatchObject([
      { type: 'certificateShown', attempt: 3, shown: { reason: { kind: 'refused' } } },
    ]);
    expect(done).toEqual([['read certificate', acme.origin]]);
  });

  test('is sealed under the id of its portal, which is told', async () => {
    const { vault, does, comes } = perform();
    vault.hold(key);
    does(store);
    const [stored, application] = await comes();
    const portal = stored?.type === 'connectStored' && stored.stored.ok ? stored.stored.value.portal : null;
    expect(portal).toMatchObject({ name: 'Acme', origin: acme.origin });
    expect(vault.key(portal?.id ?? '')).toEqual(key);
    expect(application).toEqual({ type: 'application', facts: { keptUntilQuit: false } });
  });

  test('becomes the key of a portal that is there already', async () => {
    const { vault, does, comes } = perform();
    vault.hold(key);
    does({ ...store, portal: { ...store.portal, id: 'acme' } });
    await comes();
    expect(vault.key('acme')).toEqual(key);
  });

  test('is forgotten with its attempt, and what was under way ends', async () => {
    const { vault, does, done, asked, comes } = perform();
    vault.hold(key);
    does({ do: 'dropAttempt' });
    expect(done).toEqual([['drop', 'connect']]);
    does(store);
    expect((await comes())[0]).toEqual({ type: 'connectStored', attempt: 3, stored: fail(null) });
    does(probe);
    await comes();
    expect(asked[0]?.key).toBeNull();
  });

  test('is not the key of a question that was asked before another was typed in', async () => {
    const { vault, does, comes, asked } = perform();
    vault.hold(key);
    does(probe);
    vault.hold(keyOf('sk-another-0123456789'));
    await comes();
    expect(asked[0]?.key).toEqual(key);
  });
});

describe('a portal that is removed', () => {
  test('leaves no key, no memory, no runs and no connection', async () => {
    const { vault, does, done, events } = perform();
    await keepKey(vault, acme, keyOf('sk-of-acme-0123'));
    does({ do: 'forget', portal: 'acme' });
    expect(vault.keyStatus('acme')).toBe('missing');
    expect(done).toEqual([
      ['forget memory', 'acme'],
      ['forget runs', 'acme'],
      ['drop', 'acme'],
    ]);
    expect(events).toEqual([{ type: 'application', facts: { keptUntilQuit: false } }]);
  });
});

test('what has become known of runs goes to the file of their portal', () => {
  const { does, done } = perform();
  does({ do: 'recordRuns', portal: 'acme', runs: [runOf('a'), runOf('b')] });
  expect(done).toEqual([['record runs', 'acme', 2]]);
});

test('the runs of a portal are read when somebody looks at them', () => {
  const { does, events } = perform();
  does({ do: 'readRuns', portal: 'acme' });
  expect(events).toEqual([{ type: 'runsRead', portal: 'acme', runs: [] }]);
});

describe('a notification', () => {
  const announcement = announceAccess('keyRefused', start);
  const one: NewsNotification = { kind: 'one', portal: acme, announcement };
  const item = { portal: 'acme', id: announcement.id };

  test('that was shown is told', async () => {
    const texts: NotificationText[] = [];
    const { does, comes } = perform({ show: async (text) => texts.push(text) > 0 });
    does({ do: 'notify', notification: one });
    expect(await comes()).toEqual([{ type: 'notificationShown', items: [item] }]);
    expect(texts[0]?.title).toContain('Acme');
  });

  test('that was shown too late waits in the window, and then is told', async () => {
    let late = (): void => undefined;
    const { does, comes } = perform({
      show: async (_text, showsLate = late) => {
        late = showsLate;
        return false;
      },
    });
    does({ do: 'notify', notification: one });
    expect(await comes()).toEqual([{ type: 'notificationRefused', items: [item] }]);
    late();
    expect(await comes()).toEqual([{ type: 'notificationShown', items: [item] }]);
  });

  test('for many stands for all of them', async () => {
    const items = [item, { portal: 'globex', id: 'x' }];
    const { does, comes } = perform();
    does({ do: 'notify', notification: { kind: 'many', items, count: 2, portals: 2 } });
    expect(await comes()).toEqual([{ type: 'notificationShown', items }]);
  });

  test.each<[string, Parameters<typeof perform>[0]]>([
    ['was refused', { show: async () => false }],
    ['could not be shown because of a bug', { show: async () => Promise.reject(new Error('a bug')) }],
    ['had nobody to show it', { notifications: async () => Promise.reject(new Error('not loaded')) }],
  ])('that %s waits in the window', async (_why, parts) => {
    const { does, comes } = perform(parts);
    does({ do: 'notify', notification: one });
    expect(await comes()).toEqual([{ type: 'notificationRefused', items: [item] }]);
  });
});

describe('what was told of a backup', () => {
  const backup = { scope: 'portal', job: 'task-a' } as const;

  test('is taken from the screen when it is over', async () => {
    const { does, done } = perform();
    does({ do: 'takeBack', portal: 'acme', backup });
    await waitFor('it', () => done.length > 0);
    expect(done).toEqual([['take back', 'acme portal task-a']]);
  });

  test('stays where nobody can take it: that is a bug, and harms nothing', async () => {
    const { does, failures } = perform({
      notifications: async () => Promise.reject(new Error('not loaded')),
    });
    does({ do: 'takeBack', portal: 'acme', backup });
    await waitFor('the failure', () => failures.length > 0);
    expect(failures).toHaveLength(1);
  });
});

test('links are opened and copied, connections dropped', () => {
  const { does, done } = perform();
  does({ do: 'open', url: 'https://acme.example/x' });
  does({ do: 'copy', text: 'https://acme.example/y' });
  does({ do: 'dropConnections' });
  expect(done).toEqual([
    ['open', 'https://acme.example/x'],
    ['copy', 'https://acme.example/y'],
    ['drop', undefined],
  ]);
});

test('the keyring is unlocked by whoever can', () => {
  const { does, done } = perform();
  does({ do: 'unlockKeyring' });
  expect(done).toEqual([['unlock keyring']]);
});
