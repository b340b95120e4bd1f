import { randomUUID } from 'node:crypto';
import { hour } from '../../../../../src/core/base/time.ts';
import { isRecord } from '../../json.ts';
import type { Scenario } from '../scenario.ts';

// What servers of other versions, and Workspace, answer; and the backups of a whole server.

export const version370: Scenario = {
  number: 21,
  name: 'version-3-7-0',
  says: 'DocSpace 3.7.0: no status.',
  begin: (world) => {
    world.set({ version: '3.7.0' });
    world.backups.start();
  },
};

export const version350: Scenario = {
  number: 21,
  name: 'version-3-5-0',
  says: 'DocSpace 3.5.0: no status, no warning.',
  begin: (world) => {
    world.set({ version: '3.5.0' });
    const warning = 'nobody hears of this';
    world.backups.start({ ending: { how: 'succeeds', warning } });
  },
};

export const version240: Scenario = {
  number: 21,
  name: 'version-2-4-0',
  says: 'DocSpace 2.4.0: no status, no warning, no taskId; no API keys either, only sessions.',
  begin: (world) => {
    world.set({ version: '2.4.0' });
    world.backups.start();
  },
};

export const linkSignedAnew: Scenario = {
  number: 21,
  name: 'link-signed-anew',
  says: 'DocSpace 2.4.0 (no taskId) behind a gateway that signs the link anew at each reading.',
  begin: (world) => {
    world.set({ version: '2.4.0' });
    world.backups.start();
  },
  distort: ({ response, ...body }) =>
    isRecord(response) && typeof response['link'] === 'string' && response['link'] !== ''
      ? { ...body, response: { ...response, link: `${response['link']}&signed=${randomUUID()}` } }
      : { ...body, response },
};

export const tomorrow: Scenario = {
  number: 22,
  name: 'tomorrow',
  says: 'A server of the future: unknown members, status 9, storage type 17.',
  beyondTheDocument: 'it plays a version that is not written yet',
  begin: (world) => {
    world.set({ version: '9.0.0' });
    world.backups.start({}, world.clock.now() - hour);
    world.backups.start();
  },
  distort: (body) => ({ ...body, response: renew(body['response']), traceId: 'a new member' }),
};

function renew(response: unknown): unknown {
  if (Array.isArray(response)) return response.map(renew);
  if (!isRecord(response)) return response;
  const newMembers = { stage: { name: 'a new member', parts: [1, 2, 3] } };
  const status = 'status' in response ? { status: 9 } : {};
  const storageType = 'storageType' in response ? { storageType: 17 } : {};
  return { ...response, ...newMembers, ...status, ...storageType };
}

export const workspace: Scenario = {
  number: 26,
  name: 'workspace',
  says: 'The older Workspace: four members, no API keys, and a failure at 37 % that is told once, as a 500.',
  begin: (world) => {
    world.set({ docSpace: false });
    const error = "Can't backup table files_file.";
    world.backups.start({ ending: { how: 'fails', at: 37, error } });
  },
};

export const workspacePascalCase: Scenario = {
  number: 26,
  name: 'workspace-pascal-case',
  says: 'The older Workspace, its members written as its documentation shows them: IsCompleted.',
  begin: (world) => {
    world.set({ docSpace: false, pascalCase: true });
    world.backups.start();
  },
};

export const dumpRefused: Scenario = {
  number: 15,
  name: 'dump-refused',
  says: "A SaaS portal: Dump=true is refused with 403, the portal's own backup runs.",
  begin: (world) => {
    world.set({ standalone: false });
    world.backups.start();
  },
};

export const dumpLimited: Scenario = {
  number: 15,
  name: 'dump-limited',
  says: "A server of one's own, but this portal is kept from Dump: 403.",
  begin: (world) => {
    world.set({ standalone: true, limitedAccessSpace: true });
    world.backups.start();
  },
};

export const dumpStandalone: Scenario = {
  number: 15,
  name: 'dump-standalone',
  says: "A server of one's own: the whole server is backed up, at 0 % until it is done; the portal itself is not.",
  begin: (world) => {
    world.set({ standalone: true });
    world.dumps.start({ storage: 'Local', preparing: 28, archive: 0, plateau: 0 });
  },
};
