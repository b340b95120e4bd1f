import { emptyArchive } from './archiveBytes.ts';
import type { Schedule } from './schedule.ts';

/** What kind of portal is played: all that a test may set and no call of the API changes. */
export type Details = {
  /** The name people know it by (`greetingSettings`). */
  name: string;
  /** Begins the name of every archive. */
  alias: string;
  /** Old servers lack members and endpoints; the version decides which. */
  version: string;
  /** False plays the older Workspace (CommunityServer). */
  docSpace: boolean;
  /** A server of one's own; SaaS portals are not, and refuse `Dump`. */
  standalone: boolean;
  limitedAccessSpace: boolean;
  tenantId: number;
  /** 0 active, 1 suspended, 2 about to be removed, 3 transfer, 4 restoring, 6 encrypting. */
  tenantStatus: number;
  /** False: the tariff has run out, and most endpoints answer 402. */
  paid: boolean;
  /** How many backups a month are free; Infinity on a server of one's own. */
  freeBackups: number;
  /** What `getservicestate` says: whether backups can be paid from the wallet. It is no health check. */
  walletEnabled: boolean;
  timeZone: string;
  schedule: (now: number) => Schedule | undefined;
  /** Where archives of the temporary storage lie; from `s3` a download goes on by a redirect. */
  store: 'disc' | 's3';
  /** The bytes of every archive. */
  archive: Buffer;
  /** The ETag that the portal's own storage sends with an archive; DocSpace's sends none. */
  archiveTag: string | null;
  /** The files of all archives were removed: links answer 404, the history drops its records. */
  archivesAreGone: boolean;
  /** No worker runs: a job that is started stays "created". */
  workerIsDown: boolean;
  /** What a cancelled job leaves to be read; both were found in the server, so a client meets both. */
  cancelLeaves: 'nothing' | 'entry';
  /** Bare refusals of the server's filters carry a problem+json body, or none; both are possible. */
  problemBodies: boolean;
  /** Workspace only: members as its documentation shows them, `IsCompleted`. */
  pascalCase: boolean;
};

export const defaultDetails: Details = {
  name: 'Acme',
  alias: 'acme',
  version: '3.7.2',
  docSpace: true,
  standalone: false,
  limitedAccessSpace: false,
  tenantId: 1,
  tenantStatus: 0,
  paid: true,
  freeBackups: Infinity,
  walletEnabled: false,
  timeZone: 'Europe/Berlin',
  schedule: () => undefined,
  store: 'disc',
  archive: emptyArchive,
  archiveTag: null,
  archivesAreGone: false,
  workerIsDown: false,
  cancelLeaves: 'nothing',
  problemBodies: true,
  pascalCase: false,
};
