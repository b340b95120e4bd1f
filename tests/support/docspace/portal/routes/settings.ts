import { succeed } from '../envelope.ts';
import { owner } from '../people.ts';
import type { Route } from '../route.ts';

/** `settings`: what a portal tells anybody, and a little more to those who are known. */
export const settingsRoute: Route = {
  method: 'GET',
  path: '/api/2.0/settings',
  access: 'anyone',
  whenUnpaid: true,
  answer: ({ call, world, caller }) => {
    const { details, origin } = world;
    const known = {
      timezone: details.timeZone,
      utcOffset: '01:00:00',
      ownerId: owner.id,
      socketUrl: `${origin}/socket.io`,
      limitedAccessSpace: details.limitedAccessSpace,
    };
    return succeed(call, {
      docSpace: true,
      standalone: details.standalone,
      version: details.version,
      tenantStatus: world.tenantStatus(),
      tenantAlias: details.alias,
      greetingSettings: details.name,
      logoText: 'ONLYOFFICE',
      baseDomain: details.standalone ? 'localhost' : 'onlyoffice.example',
      culture: 'en-US',
      ...(caller.person === undefined ? {} : known),
    });
  },
};

/** `settings/version/build`: the versions, for anybody. */
export const buildRoute: Route = {
  method: 'GET',
  path: '/api/2.0/settings/version/build',
  access: 'anyone',
  whenUnpaid: true,
  answer: ({ call, world }) => succeed(call, { docSpace: world.details.version, documentServer: '9.2.1' }),
};
