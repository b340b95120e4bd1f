import { largeBackup } from '../../../archive/largeBackup.ts';
import { always, cutOnce, first } from '../archiveRequests.ts';
import { finishedBackup } from '../finishedBackup.ts';
import { bareAnswer, captivePortal, maintenance } from '../misbehaviour/answers.ts';
import {
  chunked,
  cutAfter,
  halfParts,
  sentAround,
  sentTo,
  slowly,
  stallAfter,
  withoutRanges,
  wrongLength,
  wrongRange,
} from '../misbehaviour/downloads.ts';
import type { Scenario } from '../scenario.ts';

// The archive of a finished backup, and what happens to it on its way.

export const download: Scenario = {
  number: 16,
  name: 'download',
  says: 'A finished backup whose link gives the file: to an administrator, by GET, ranges too.',
  begin: (world) => {
    finishedBackup(world);
  },
};

export const downloadRedirected: Scenario = {
  number: 16,
  name: 'download-redirected',
  says: 'A finished backup whose link leads on to a cloud storage, where it lives for 15 s.',
  begin: (world) => {
    finishedBackup(world, { store: 's3' });
  },
};

export const downloadGone: Scenario = {
  number: 16,
  name: 'download-gone',
  says: 'A finished backup whose file was removed: the link answers 404, the history has lost it.',
  begin: (world) => {
    finishedBackup(world, { archivesAreGone: true });
  },
};

export const downloadSlow: Scenario = {
  number: 16,
  name: 'download-slow',
  says: 'The archive comes slowly, 60 kB at a time.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    always(world, slowly(60_000, 40));
  },
};

export const downloadStalls: Scenario = {
  number: 16,
  name: 'download-stalls',
  says: 'After a third of the archive nothing comes any more, and the connection stays open.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    always(world, stallAfter(300_000));
  },
};

export const downloadCut: Scenario = {
  number: 16,
  name: 'download-cut',
  says: 'The connection is cut once, after a third of the archive; the rest can be had.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    first(world, cutOnce(world));
  },
};

export const downloadCutOften: Scenario = {
  number: 16,
  name: 'download-cut-often',
  says: 'The connection is cut three times, each time at another place.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    first(world, ...[270_000, 280_001, 290_002].map((bytes) => cutAfter(bytes, world.clock)));
  },
};

export const downloadTooLong: Scenario = {
  number: 16,
  name: 'download-too-long',
  says: 'The server says once that the archive is ten bytes longer than it is.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    first(world, wrongLength(10));
  },
};

export const downloadTooShort: Scenario = {
  number: 16,
  name: 'download-too-short',
  says: 'The server says that the archive is ten bytes shorter than it is.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    always(world, wrongLength(-10));
  },
};

export const downloadChunked: Scenario = {
  number: 16,
  name: 'download-chunked',
  says: 'The archive comes in chunks, and nobody says how long it is.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    always(world, chunked());
  },
};

export const downloadNoRanges: Scenario = {
  number: 16,
  name: 'download-no-ranges',
  says: 'The connection is cut once, and the server knows no ranges: all of it comes again.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    always(world, withoutRanges());
    first(world, cutOnce(world));
  },
};

export const downloadWrongRange: Scenario = {
  number: 16,
  name: 'download-wrong-range',
  says: 'The connection is cut once, and then another part comes than the one that was asked for.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    first(world, cutOnce(world), wrongRange('bytes 1-2/3'));
  },
};

export const downloadHalfParts: Scenario = {
  number: 16,
  name: 'download-half-parts',
  says: 'The connection is cut once, and of the rest only half comes, as if it were all.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    always(world, halfParts());
    first(world, cutOnce(world));
  },
};

export const downloadExpires: Scenario = {
  number: 16,
  name: 'download-expires',
  says: 'The connection is cut once, and from then on the link is refused: 403.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    always(world, bareAnswer(403));
    first(world, cutOnce(world));
  },
};

export const downloadChain: Scenario = {
  number: 16,
  name: 'download-chain',
  says: 'The link leads on four times within the portal, and then to a cloud storage.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup, store: 's3' });
    always(world, sentAround(4));
  },
};

export const downloadLoop: Scenario = {
  number: 16,
  name: 'download-loop',
  says: 'The link leads to itself, for ever.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    always(world, sentTo());
  },
};

export const downloadPage: Scenario = {
  number: 16,
  name: 'download-page',
  says: 'A captive portal answers in place of the storage: a page, with 200.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    always(world, captivePortal());
  },
};

export const downloadBusy: Scenario = {
  number: 16,
  name: 'download-busy',
  says: 'The storage is busy twice, 503 with Retry-After: 30; then the archive comes.',
  begin: (world) => {
    finishedBackup(world, { archive: largeBackup });
    first(world, maintenance(30), maintenance(30));
  },
};
