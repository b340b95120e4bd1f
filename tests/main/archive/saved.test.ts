import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { backupContents } from '../../support/archive/backups.ts';
import { orderOf, saveHere } from '../../support/archive/saves.ts';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { sentTo } from '../../support/docspace/portal/misbehaviour/downloads.ts';
import { download, downloadRedirected } from '../../support/docspace/portal/scenarios/downloads.ts';
import { keyOf } from '../../support/keyOf.ts';
import { archive, portalWith, sha256 } from './opened.ts';

describe('a saved archive', () => {
  test('is the file that the server has, with its checksum beside it, for nobody else to read', async () => {
    const { save, folder, name, portal } = await portalWith();
    expect(await save()).toEqual({
      ok: true,
      value: {
        file: join(folder, name),
        bytes: archive.length,
        sha256: sha256(archive),
        contents: backupContents,
      },
    });
    expect(readdirSync(folder).toSorted()).toEqual([name, `${name}.sha256`]);
    expect(readFileSync(join(folder, name))).toEqual(archive);
    expect(readFileSync(join(folder, `${name}.sha256`), 'utf8')).toBe(`${sha256(archive)}  ${name}\n`);
    expect([name, `${name}.sha256`].map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([
      0o600, 0o600,
    ]);
    expect(
      portal.requests.filter(({ path }) => path.startsWith('/storage/')).map(({ method }) => method),
    ).toEqual(['GET']);
    expect(portal.requests.at(-1)?.headers).toMatchObject({
      'accept-encoding': 'identity',
      authorization: `Bearer ${portal.key}`,
    });
  });

  test('takes the name of no other file', async () => {
    const { save, folder, name } = await portalWith();
    const second = name.replace('.tar.gz', ' (2).tar.gz');
    const third = name.replace('.tar.gz', ' (3).tar.gz');
    writeFileSync(join(folder, name), 'precious');
    writeFileSync(join(folder, `${second}.sha256`), 'precious too');
    expect(await save()).toMatchObject({ ok: true, value: { file: join(folder, third) } });
    expect(readFileSync(join(folder, name), 'utf8')).toBe('precious');
    expect(readFileSync(join(folder, `${second}.sha256`), 'utf8')).toBe('precious too');
    expect(readdirSync(folder).toSorted()).toEqual(
      [third, `${third}.sha256`, `${second}.sha256`, name].toSorted(),
    );
  });
});

describe('the key', () => {
  test('stays behind at a redirect to another host, which is followed at once', async () => {
    const { portal, save } = await portalWith({ scenario: downloadRedirected });
    expect(await save()).toMatchObject({ ok: true, value: { contents: backupContents } });
    expect(portal.requests.at(-1)?.authorization).toBe(`Bearer ${portal.key}`);
    expect(portal.cloudRequests.map(({ authorization, status }) => [authorization, status])).toEqual([
      [undefined, 200],
    ]);
  });

  test('does not come back with who sends it on to the portal again', async () => {
    const { portal, save } = await portalWith();
    const elsewhere = await openPortal();
    elsewhere.misbehave(sentTo(`${portal.origin}/storage/secret`));
    portal.misbehave(sentTo(`${elsewhere.origin}/any`), { path: '/storage/', times: 1 });
    await save();
    const heard = [...portal.requests, ...elsewhere.requests].map(({ path, authorization }) => [
      path.slice(0, 16),
      authorization,
    ]);
    expect(heard).toEqual([
      ['/storage/backup/', `Bearer ${portal.key}`],
      ['/storage/secret', undefined],
      ['/any', undefined],
    ]);
  });

  test('goes to no third party, and neither does the certificate’s trust', async () => {
    const { portal, folder } = await portalWith();
    const elsewhere = await openPortal({ scenario: download, archive });
    elsewhere.misbehave({
      name: 'any',
      meet: ({ send }) => send({ status: 200, headers: {}, body: archive }),
    });
    const order = orderOf(portal, folder, { link: `${elsewhere.origin}/bucket/a.tar.gz?signature=1` });
    expect(await saveHere(order, { key: keyOf(portal.key) })).toMatchObject({ ok: true });
    expect(elsewhere.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
  });
});

describe('a redirect', () => {
  test.each([
    ['file:///etc/passwd', 'nowhere'],
    ['https://ada:pw@elsewhere.example/a', 'nowhere'],
  ])('to %j leads nowhere', async (location, leads) => {
    const { portal, save } = await portalWith();
    portal.misbehave(sentTo(location), { path: '/storage/' });
    expect(await save()).toMatchObject({
      reason: { of: 'network', failure: { kind: 'redirected', to: { leads } } },
    });
  });
});
