import type { Story } from '../story.ts';

export const access: Story[] = [
  {
    scenario: 'authentication',
    passes: 60,
    told: [],
    tooltips: ['Acme: first check', 'Acme: no backup running'],
    row: ['No backup running'],
  },
  {
    scenario: 'owners-key',
    passes: 60,
    told: [
      [32.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %',
      'Acme: backing up 75 %, about 10 s left',
      'Acme: backing up 75 %',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'key-expired',
    passes: 3600,
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
    scenario: 'key-switched-off',
    passes: 3600,
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
    scenario: 'database-fails',
    passes: 120,
    told: [
      [32, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backing up 50 %',
      'Acme: backing up 75 %',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'key-scoped',
    passes: 3600,
    told: [
      [
        4.5,
        'Acme: may not see backups',
        'The key’s permissions do not cover backups.',
        'Make a read-only key for everything, as an owner or administrator of the portal.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: may not see backups'],
    row: [
      'May not see backups',
      'The key’s permissions do not cover backups.',
      'Make a read-only key for everything, as an owner or administrator of the portal.',
    ],
  },
  {
    scenario: 'not-administrator',
    passes: 3600,
    told: [
      [
        6.5,
        'Acme: may not see backups',
        'The key’s owner is not an administrator of the portal.',
        'Make a read-only key for everything, as an owner or administrator of the portal.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: may not see backups'],
    row: [
      'May not see backups',
      'The key’s owner is not an administrator of the portal.',
      'Make a read-only key for everything, as an owner or administrator of the portal.',
    ],
  },
  {
    scenario: 'key-ends-soon',
    passes: 60,
    told: [
      [
        2.5,
        'Acme: key expires in 3 days',
        'It works until Monday, 03:04. After that Keepwatch cannot see this portal’s backups.',
        'Make a new key in the portal and enter it here.',
      ],
      [32.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %',
      'Acme: backing up 75 %, about 10 s left',
      'Acme: backing up 75 %',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'address-refused',
    passes: 3600,
    told: [
      [
        728.5,
        'Acme: does not accept this IP address',
        'The portal accepts requests from certain IP addresses only.',
        'Ask its administrator to allow this one.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: does not accept this IP address'],
    row: [
      'Does not accept this IP address',
      'The portal accepts requests from certain IP addresses only.',
      'Ask its administrator to allow this one.',
    ],
  },
  {
    scenario: 'suspended',
    passes: 900,
    told: [
      [628, 'Acme: is suspended', 'The portal was suspended, or it no longer exists.', 'Ask its owner.'],
    ],
    tooltips: ['Acme: first check', 'Acme: is suspended'],
    row: ['Portal is suspended', 'The portal was suspended, or it no longer exists.', 'Ask its owner.'],
  },
  {
    scenario: 'unpaid',
    passes: 60,
    told: [
      [32.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %',
      'Acme: backing up 75 %, about 10 s left',
      'Acme: backing up 75 %',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'restore',
    passes: 300,
    told: [
      [
        34.5,
        'Acme: restore finished',
        'Its keys may no longer work. If so, make a new one and enter it here.',
      ],
      [
        185.5,
        'Acme: needs a new key',
        'The portal was restored from a backup, which removes API keys.',
        'Make a new key in the portal and enter it here.',
      ],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: is being restored',
      'Acme: is being restored, 10 %',
      'Acme: is being restored, 40 %',
      'Acme: is being restored, 75 %',
      'Acme: needs a new key',
    ],
    row: [
      'Needs a new key',
      'The portal was restored from a backup, which removes API keys.',
      'Make a new key in the portal and enter it here.',
    ],
  },
];
