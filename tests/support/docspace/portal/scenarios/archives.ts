import { backupArchive, tarOf } from '../../../archive/backups.ts';
import { hugeArchive } from '../../../archive/hugeArchive.ts';
import { damagedAt, largeBackup } from '../../../archive/largeBackup.ts';
import { isRecord } from '../../json.ts';
import { always, cutOnce, first } from '../archiveRequests.ts';
import { finishedBackup } from '../finishedBackup.ts';
import type { Misbehaviour } from '../misbehaviour/misbehaviours.ts';
import type { Scenario } from '../scenario.ts';

// What a link leads to: archives of every kind, and of every place.

const [small, plain] = [await backupArchive(), await tarOf()];

export const downloadThirdParty: Scenario = {
  number: 16,
  name: 'download-third-party',
  says: 'The archive lies at a third party, whose link is on another origin and wants no key.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup }, { storage: 'ThirdPartyConsumer' });
  },
};

export const downloadTar: Scenario = {
  number: 16,
  name: 'download-tar',
  says: 'The archive lies in an S3 storage, which DocSpace gives a tar that is not packed.',
  begin: (world) => {
    finishedBackup(world, { archive: plain, store: 's3' });
  },
};

export const downloadDamaged: Scenario = {
  number: 16,
  name: 'download-damaged',
  says: 'One bit of the archive is wrong, in its middle.',
  begin: (world) => {
    finishedBackup(world, { archive: damagedAt(largeBackup, largeBackup.length >> 1) });
  },
};

export const downloadIncomplete: Scenario = {
  number: 16,
  name: 'download-incomplete',
  says: 'The file on the server ends before the archive does.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup.subarray(0, -100_000) });
  },
};

export const downloadEmpty: Scenario = {
  number: 16,
  name: 'download-empty',
  says: 'The file on the server is empty.',
  begin: (world) => {
    finishedBackup(world, { archive: Buffer.alloc(0) });
  },
};

export const downloadChanges: Scenario = {
  number: 16,
  name: 'download-changes',
  says: 'The connection is cut once, and then the file is another one, which its ETag tells.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup, archiveTag: '"v1"' });
    const { name, meet } = cutOnce(world);
    const cut: Misbehaviour = {
      name,
      meet: (exchange) => {
        meet(exchange);
        world.set({ archive: small, archiveTag: '"v2"' });
      },
    };
    first(world, cut);
  },
};

export const downloadHuge: Scenario = {
  number: 16,
  name: 'download-huge',
  says: 'The archive holds a file of 4 GiB and one byte; it is made when it is first asked for.',
  begin: (world) => {
    finishedBackup(world);
    const made: Misbehaviour = {
      name: 'made on demand',
      meet: ({ honest, send }) => {
        world.set({ archive: hugeArchive('storage/video', 64).archive });
        send(honest());
      },
    };
    first(world, made);
  },
};

export const downloadLeavesFolder: Scenario = {
  number: 16,
  name: 'download-leaves-folder',
  says: 'The last part of the link is a path that leads out of any folder.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    const anywhere: Misbehaviour = {
      name: 'at any address',
      meet: ({ send }) => send({ status: 200, headers: {}, body: largeBackup }),
    };
    always(world, anywhere);
  },
  distort: ({ response, ...body }) =>
    isRecord(response) && typeof response['link'] === 'string' && response['link'] !== ''
      ? { ...body, response: { ...response, link: '/storage/..%2F..%2F..%5Cescaped.tar.gz' } }
      : { ...body, response },
};
