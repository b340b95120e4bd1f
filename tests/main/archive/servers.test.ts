import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/core/base/time.ts';
import { linkOf, orderOf, saveHere } from '../../support/archive/saves.ts';
import { anyJson, captivePortal } from '../../support/docspace/portal/misbehaviour/answers.ts';
import { wrongLength } from '../../support/docspace/portal/misbehaviour/downloads.ts';
import type { Misbehaviour } from '../../support/docspace/portal/misbehaviour/misbehaviours.ts';
import { downloadGone } from '../../support/docspace/portal/scenarios/results.ts';
import { keyOf } from '../../support/keyOf.ts';
import { archive, breakOff, portalWith, sha256 } from './opened.ts';

describe('what a server says', () => {
  test('too long a length: the rest is asked for, and the length was wrong', async () => {
    const { portal, save, folder } = await portalWith();
    portal.misbehave(wrongLength(10), { path: '/storage/', times: 1 });
    expect(await save()).toMatchObject({ reason: { of: 'network', failure: { kind: 'truncated' } } });
    expect(readdirSync(folder).filter((file) => file.endsWith('.gz'))).toEqual([]);
    expect(await save()).toMatchObject({ ok: true, value: { sha256: sha256(archive) } });
  });

  test('too short a length: what came is no backup', async () => {
    const { portal, save, name } = await portalWith();
    portal.misbehave(wrongLength(-10), { path: '/storage/', times: 1 });
    expect(await save()).toMatchObject({
      ok: true,
      value: {
        contents: 'damaged',
        bytes: archive.length - 10,
        file: expect.stringContaining(name.replace('.tar.gz', '.damaged.tar.gz')),
      },
    });
  });

  test('another length of the rest than comes: it is no whole archive, and is gone on with', async () => {
    const opened = await portalWith();
    const { portal, save, folder, name } = opened;
    await breakOff(opened, 200);
    const shorter: Misbehaviour = {
      name: 'a shorter rest',
      meet: ({ honest, send }) => {
        const answer = honest();
        send({ ...answer, body: Buffer.from(answer.body).subarray(0, -10) });
      },
    };
    portal.misbehave(shorter, { path: '/storage/', times: 1 });
    expect(await save()).toEqual({ ok: false, reason: { of: 'size' } });
    expect(readdirSync(folder).toSorted()).toEqual([`${name}.part`, `${name}.part.json`]);
    expect(await save()).toMatchObject({ ok: true, value: { sha256: sha256(archive) } });
  });

  test('that the link has expired, also between two ranges', async () => {
    const opened = await portalWith();
    const { portal, folder, name } = opened;
    const link = linkOf(portal);
    await breakOff(opened, 200);
    portal.clock.pass(day);
    const order = orderOf(portal, folder, { link });
    expect(await saveHere(order, { key: keyOf(portal.key) })).toEqual({
      ok: false,
      reason: { of: 'link', why: 'expired' },
    });
    expect(readdirSync(folder)).toEqual([`${name}.part`, `${name}.part.json`]);
  });

  test('that the file is gone', async () => {
    const { save, folder } = await portalWith({ scenario: downloadGone });
    expect(await save()).toEqual({ ok: false, reason: { of: 'link', why: 'gone' } });
    expect(readdirSync(folder).filter((file) => file.endsWith('.gz'))).toEqual([]);
  });

  test.each([
    ['a page', captivePortal(), 'notDocSpace'],
    ['JSON', anyJson({ error: 'no' }), 'unreadable'],
    ['that it is busy', anyJson({}, 503), 'serviceDown'],
  ])('%s is no archive, and nothing is written', async (_what, misbehaviour, kind) => {
    const { portal, save, folder } = await portalWith();
    portal.misbehave(misbehaviour, { path: '/storage/' });
    expect(await save()).toMatchObject({ reason: { of: 'network', failure: { kind } } });
    expect(readdirSync(folder)).toEqual([]);
  });
});
