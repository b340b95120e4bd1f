import {
  badGateway,
  captivePortal,
  gatewayNotFound,
  lockFailure,
  maintenance,
  tooManyRequests,
} from '../misbehaviour/answers.ts';
import { cutShort, endlessBody, slowHeaders } from '../misbehaviour/network.ts';
import type { Scenario } from '../scenario.ts';

// Answers that do not come, come late, or come from somebody else.

export const rateLimited: Scenario = {
  number: 20,
  name: 'rate-limited',
  says: 'Too many requests: 429 without a body, and not a word about when.',
  begin: (world) => {
    world.misbehaviours.add(tooManyRequests());
  },
};

export const retryAfter: Scenario = {
  number: 20,
  name: 'retry-after',
  says: 'Too many requests: 429 with Retry-After: 30.',
  begin: (world) => {
    world.misbehaviours.add(tooManyRequests({ retryAfter: 30 }));
  },
};

export const lockFailsOnce: Scenario = {
  number: 20,
  name: 'lock-fails-once',
  says: 'The first check meets the lock of the installation: 500 once, then all is well.',
  begin: (world) => {
    world.misbehaviours.add(lockFailure(), { path: 'getbackupprogress', times: 1 });
    world.backups.start();
  },
};

export const gatewayDown: Scenario = {
  number: 20,
  name: 'gateway-down',
  says: 'The backup service is down: 502 with a page from the reverse proxy; the rest of the portal answers.',
  begin: (world) => {
    world.misbehaviours.add(badGateway(), { path: 'backup' });
  },
};

export const gatewayUpgrade: Scenario = {
  number: 20,
  name: 'gateway-upgrade',
  says: 'The gateway in front of the portal is being upgraded: 404 in plain text to everything.',
  begin: (world) => {
    world.misbehaviours.add(gatewayNotFound());
    world.backups.start();
  },
};

export const inMaintenance: Scenario = {
  number: 20,
  name: 'maintenance',
  says: 'The portal is being maintained: 503 with a page and Retry-After: 3600.',
  begin: (world) => {
    world.misbehaviours.add(maintenance(3600));
    world.backups.start();
  },
};

export const connectionCut: Scenario = {
  number: 20,
  name: 'connection-cut',
  says: 'Every connection is cut in the middle of the body.',
  begin: (world) => {
    world.misbehaviours.add(cutShort());
    world.backups.start();
  },
};

export const slow: Scenario = {
  number: 20,
  name: 'slow',
  says: 'Every answer takes three seconds of real time.',
  begin: (world) => {
    world.misbehaviours.add(slowHeaders(3000));
    world.backups.start();
  },
};

export const endless: Scenario = {
  number: 20,
  name: 'endless',
  says: 'Every body goes on for ever.',
  begin: (world) => {
    world.misbehaviours.add(endlessBody());
  },
};

export const hotel: Scenario = {
  number: 20,
  name: 'hotel',
  says: 'A captive portal answers everything: a page, with 200.',
  begin: (world) => {
    world.misbehaviours.add(captivePortal());
  },
};
