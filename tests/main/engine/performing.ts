import type { Key } from '../../../src/core/docspace/authorization.ts';
import type { HttpResponse } from '../../../src/core/docspace/request.ts';
import type { Event } from '../../../src/core/event.ts';
import type { Question, Reply } from '../../../src/core/docspace/question.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { OuterEffect } from '../../../src/main/engine/engine.ts';
import type { Notifications } from '../../../src/main/desktop/desktop.ts';
import { createEffectRunner } from '../../../src/main/engine/effects.ts';
import type { ArchiveSaver } from '../../../src/main/archive/archiveSaver.ts';
import type { Transport } from '../../../src/main/network/transport.ts';
import { createVault } from '../../../src/main/storage/vault.ts';
import { words } from '../../support/words.ts';
import { acme, globex, start, stateOf } from '../../support/given.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { sealerOf } from '../storage/sealers.ts';

export const progress: Question = { ask: 'progress', scope: 'portal' };
export const nothingKnown: Reply = { ...progress, got: succeed({ job: null }) };

const nothingThere: HttpResponse = {
  origin: acme.origin,
  status: 200,
  contentType: 'application/json',
  location: null,
  retryAfter: null,
  rateLimitReset: null,
  date: null,
  body: '{"status":0,"statusCode":200}',
};

/** The effects with a real vault, before portals and desktops that do as the test says. */
export function perform(
  parts: Partial<{
    answer: Transport['ask'];
    show: Notifications['show'];
    notifications: () => Promise<Notifications>;
    now: () => number;
    save: ArchiveSaver['save'];
    askFolder: (suggested: string | null) => Promise<string | null>;
  }> = {},
) {
  const written: unknown[] = [];
  const done: unknown[] = [];
  const events: Event[] = [];
  const failures: unknown[] = [];
  const asked: Array<{
    pool: string;
    origin: string;
    path: string;
    key: Key | null;
    certificate: string | null | undefined;
  }> = [];
  const vault = createVault(sealerOf(), {}, (content) => written.push(content) > 0);
  // Nobody's keys are to be opened: it is open at once.
  void vault.keyringChanged(true, []);
  const notifications: Notifications = {
    show: parts.show ?? (async () => true),
    takeBack: async (tag) => void done.push(['take back', tag]),
    follow: async () => undefined,
  };
  const transport: Transport = {
    ask: async (pool, origin, request, key, certificate) => {
      asked.push({ pool, origin, path: request.path, key, certificate });
      return parts.answer?.(pool, origin, request, key, certificate) ?? succeed(nothingThere);
    },
    drop: (pool) => done.push(['drop', pool]),
  };
  const saver: ArchiveSaver = {
    save: parts.save ?? (async () => fail({ of: 'stopped' })),
    stop: (portal, backup) => done.push(['stop saving', portal, backup]),
    deletePart: async ({ portal, folder }) => done.push(['delete part', portal, folder]) > 0,
    close: () => undefined,
  };
  const runEffect = createEffectRunner({
    words,
    now: parts.now ?? (() => start),
    transport: { get: async () => transport, made: () => transport },
    readCertificate: async (origin) => {
      done.push(['read certificate', origin]);
      return fail({ kind: 'refused', detail: 'ECONNREFUSED' });
    },
    notifications: parts.notifications ?? (async () => notifications),
    vault,
    shell: {
      open: (url) => done.push(['open', url]),
      copy: (text) => done.push(['copy', text]),
      showFile: (file) => done.push(['show file', file]),
      clicked: (_token, act) => act(),
    },
    unlockKeyring: async () => void done.push(['unlock keyring']),
    forgetWatch: (portal) => done.push(['forget memory', portal]),
    runs: {
      read: () => [],
      record: (portal, runs) => done.push(['record runs', portal, runs.length]),
      forget: (portal) => done.push(['forget runs', portal]),
    },
    archiveSaver: { get: async () => saver, made: () => saver },
    deleteArchive: async (folder, { file }) => done.push(['delete archive', folder, file]) > 0,
    askFolder: parts.askFolder ?? (async () => null),
    newPortalId: () => 'new',
    failed: (error) => failures.push(error),
  });
  const state = stateOf([acme, globex]);
  return {
    vault,
    done,
    events,
    asked,
    failures,
    does: (effect: OuterEffect) => runEffect(effect, state, (event) => events.push(event)),
    comes: async () => waitFor('an event', () => events.length > 0 && events.splice(0)),
  };
}
