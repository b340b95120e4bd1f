import { hour } from '../../../../../src/core/base/time.ts';
import { isRecord } from '../../json.ts';
import type { Scenario } from '../scenario.ts';

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
