import type { Story } from '../story.ts';

export const endings: Story[] = [
  {
    scenario: 'happy-data-store',
    passes: 120,
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
    scenario: 'happy-documents',
    passes: 60,
    told: [[32.5, 'Acme: backup finished', 'The archive is in the portal’s own storage.']],
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
    row: ['Backup finished', 'The archive is in the portal’s own storage.'],
  },
  {
    scenario: 'third-party',
    passes: 60,
    told: [
      [
        32.5,
        'Acme: backup finished',
        'Link to 127.0.0.1 works until tomorrow, 03:04',
        'acme_2026-11-20_03-04-13.tar.gz',
      ],
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
    row: ['Backup finished', 'The archive is on 127.0.0.1.', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'warning',
    passes: 60,
    told: [
      [
        32.5,
        'Acme: backup finished, with gaps',
        'Some files are missing.',
        'The archive lists them in storage/missing_info.',
      ],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %',
      'Acme: backing up 75 %, about 10 s left',
      'Acme: backing up 75 %',
      'Acme: uploading, 90 %',
      'Acme: backup finished, with gaps',
    ],
    row: [
      'Finished, with gaps',
      'Some files are missing.',
      'The archive lists them in storage/missing_info.',
      'Link works until tomorrow, 03:04, 23 h left',
    ],
  },
  {
    scenario: 'failure',
    passes: 60,
    told: [
      [
        14.5,
        'Acme: backup failed',
        "Can't backup table files_file.",
        'It had reached 37 %.',
        'Look at the portal’s backup page, then back up again.',
      ],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backup is ending',
      'Acme: backup failed',
    ],
    row: [
      'Backup failed',
      "Can't backup table files_file.",
      'Look at the portal’s backup page, then back up again.',
    ],
  },
  {
    scenario: 'crash',
    passes: 60,
    told: [
      [
        9.5,
        'Acme: backup failed',
        'One or more errors occurred. (Portal not found)',
        'It had reached 0 %.',
        'Look at the portal’s backup page, then back up again.',
      ],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backup is ending',
      'Acme: backup failed',
    ],
    row: [
      'Backup failed',
      'One or more errors occurred. (Portal not found)',
      'Look at the portal’s backup page, then back up again.',
    ],
  },
  {
    scenario: 'failure-after-success',
    passes: 60,
    told: [
      [
        34.5,
        'Acme: backup finished, with a problem',
        'The mail server does not answer.',
        'Look at the portal’s backup page.',
      ],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %',
      'Acme: backing up 75 %, about 10 s left',
      'Acme: backing up 75 %',
      'Acme: uploading, 90 %',
      'Acme: backup is ending',
      'Acme: backup finished, with a problem',
    ],
    row: [
      'Finished, with a problem',
      'The mail server does not answer.',
      'Look at the portal’s backup page.',
      'Link works until tomorrow, 03:04, 23 h left',
    ],
  },
];
