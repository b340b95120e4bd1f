import type { Story } from '../story.ts';

export const doubtful: Story[] = [
  {
    scenario: 'cancelled-vanishes',
    passes: 60,
    told: [
      [
        19.5,
        'Acme: backup ended, outcome unknown',
        'It is not in the portal’s list of backups.',
        'Look at its backup page.',
      ],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backup is ending',
      'Acme: backup ended, outcome unknown',
    ],
    row: ['Ended, outcome unknown', 'It is not in the portal’s list of backups.', 'Look at its backup page.'],
  },
  {
    scenario: 'cancelled-stays',
    passes: 60,
    told: [[12.5, 'Acme: backup stopped', 'It had reached 41 %.']],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backup stopped',
    ],
    row: ['Backup stopped'],
  },
  {
    scenario: 'vanished-archived',
    passes: 60,
    told: [[24.5, 'Acme: backup finished', 'acme_2026-11-20_03-04-13.tar.gz']],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %',
      'Acme: backup is ending',
      'Acme: backup finished',
    ],
    row: ['Backup finished'],
  },
  {
    scenario: 'vanished-lost',
    passes: 60,
    told: [
      [
        24.5,
        'Acme: backup ended, outcome unknown',
        'It is not in the portal’s list of backups.',
        'Look at its backup page.',
      ],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %',
      'Acme: backup is ending',
      'Acme: backup ended, outcome unknown',
    ],
    row: ['Ended, outcome unknown', 'It is not in the portal’s list of backups.', 'Look at its backup page.'],
  },
  {
    scenario: 'frozen',
    passes: 2000,
    told: [
      [
        1817.5,
        'Acme: backup stuck at 55 %',
        'No progress for 30 min.',
        'The backup service may have stopped. Look at the portal’s backup page.',
      ],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: backup waits to start',
      'Acme: backing up 25 %',
      'Acme: backing up 50 %',
      'Acme: backing up 55 %, about 20 s left',
      'Acme: backing up 55 %, about 10 s left',
      'Acme: backing up 55 %',
      'Acme: backup stuck at 55 %',
    ],
    row: [
      'Stuck at 55 %',
      'No progress for 33 min.',
      'The backup service may have stopped. Look at the portal’s backup page.',
    ],
  },
  {
    scenario: 'never-picked-up',
    passes: 1000,
    told: [
      [
        902.5,
        'Acme: backup stuck before the start',
        'The server has not taken it up.',
        'The backup service may be stopped, or busy with other portals. Look at the portal’s backup page.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: backup waits to start', 'Acme: backup stuck before the start'],
    row: [
      'Stuck before the start',
      'The server has not taken it up.',
      'The backup service may be stopped, or busy with other portals. Look at the portal’s backup page.',
    ],
  },
];
