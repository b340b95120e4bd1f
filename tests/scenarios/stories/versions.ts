import type { Key } from '../../../src/core/docspace/authorization.ts';
import type { Portal } from '../../support/docspace/portal/portal.ts';
import type { Story } from '../story.ts';

const both: Story['scopes'] = ['portal', 'server'];

function session({ sessionToken }: Portal): Key {
  return { text: sessionToken, kind: 'sessionToken' };
}

export const versions: Story[] = [
  {
    scenario: 'version-3-7-0',
    passes: 60,
    told: [
      [32.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backing up 0 %',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %, about 20 s left',
      'Acme: backing up 50 %, about 10 s left',
      'Acme: backing up 75 %, about 10 s left',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'version-3-5-0',
    passes: 60,
    told: [
      [32.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backing up 0 %',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %, about 20 s left',
      'Acme: backing up 50 %, about 10 s left',
      'Acme: backing up 75 %, about 10 s left',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'version-2-4-0',
    when: 'with a session: there were no keys',
    key: session,
    passes: 60,
    told: [
      [32.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backing up 0 %',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %, about 20 s left',
      'Acme: backing up 50 %, about 10 s left',
      'Acme: backing up 75 %, about 10 s left',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'link-signed-anew',
    when: 'with a session: there were no keys',
    key: session,
    passes: 600,
    told: [
      [32.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backing up 0 %',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %, about 20 s left',
      'Acme: backing up 50 %, about 10 s left',
      'Acme: backing up 75 %, about 10 s left',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'version-2-4-0',
    when: 'with a key, which it does not know',
    passes: 300,
    told: [
      [
        141.5,
        'Acme: needs a new key',
        'The portal refuses the key: it was revoked, it has expired, or a restore removed it.',
        'Make a new key in the portal and enter it here.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: needs a new key'],
    row: [
      'Needs a new key',
      'The portal refuses the key: it was revoked, it has expired, or a restore removed it.',
      'Make a new key in the portal and enter it here.',
    ],
  },
  {
    scenario: 'tomorrow',
    passes: 100,
    told: [
      [32.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backing up 0 %',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %, about 20 s left',
      'Acme: backing up 50 %, about 10 s left',
      'Acme: backing up 75 %, about 10 s left',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'workspace',
    passes: 700,
    told: [
      [
        628,
        'Acme: is Workspace, not DocSpace',
        'The older ONLYOFFICE Workspace answers at the portal’s address, and Keepwatch cannot watch it.',
        'Remove it here, or ask the portal’s administrator.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: is Workspace, not DocSpace'],
    row: [
      'Workspace, not DocSpace',
      'The older ONLYOFFICE Workspace answers at the portal’s address, and Keepwatch cannot watch it.',
      'Remove it here, or ask the portal’s administrator.',
    ],
  },
  {
    scenario: 'workspace-pascal-case',
    passes: 700,
    told: [
      [
        628,
        'Acme: is Workspace, not DocSpace',
        'The older ONLYOFFICE Workspace answers at the portal’s address, and Keepwatch cannot watch it.',
        'Remove it here, or ask the portal’s administrator.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: is Workspace, not DocSpace'],
    row: [
      'Workspace, not DocSpace',
      'The older ONLYOFFICE Workspace answers at the portal’s address, and Keepwatch cannot watch it.',
      'Remove it here, or ask the portal’s administrator.',
    ],
  },
  {
    scenario: 'dump-refused',
    scopes: both,
    passes: 60,
    told: [
      [30.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backing up 60 %',
      'Acme: backing up 80 %, about 10 s left',
      'Acme: backing up 80 %',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'dump-limited',
    scopes: both,
    passes: 60,
    told: [
      [30.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backing up 60 %',
      'Acme: backing up 80 %, about 10 s left',
      'Acme: backing up 80 %',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'dump-standalone',
    scopes: both,
    passes: 60,
    told: [[32.5, 'Acme, whole server: backup finished', 'The archive is in the portal’s own storage.']],
    tooltips: [
      'Acme: first check',
      'Acme: no backup running',
      'Acme, whole server: backing up 0 %',
      'Acme, whole server: backup finished',
    ],
    row: ['Backup finished, whole server', 'The archive is in the portal’s own storage.'],
  },
  {
    scenario: 'dump-standalone',
    when: 'only the portal is watched',
    passes: 60,
    told: [],
    tooltips: ['Acme: first check', 'Acme: no backup running'],
    row: ['No backup running'],
  },
];
