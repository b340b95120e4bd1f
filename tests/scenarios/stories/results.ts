import type { Story } from '../story.ts';

export const results: Story[] = [
  {
    scenario: 'no-job',
    passes: 120,
    told: [],
    tooltips: ['Acme: first check', 'Acme: no backup running'],
    row: ['No backup running'],
  },
  {
    scenario: 'old-result',
    passes: 60,
    told: [
      [
        2.5,
        'Acme: backup finished',
        'Link works until 19:04',
        'acme_2026-11-19_19-04-13.tar.gz',
        'It ended yesterday, 19:04.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: backup finished'],
    row: ['Backup finished', 'Link works until 19:04, 15 h left'],
  },
  {
    scenario: 'old-result',
    when: 'the portal is new',
    memory: null,
    passes: 60,
    told: [],
    tooltips: ['Acme: first check', 'Acme: backup finished'],
    row: ['Backup finished', 'Link works until 19:04, 15 h left'],
  },
  {
    scenario: 'replaced',
    passes: 100,
    told: [
      [
        2.5,
        'Acme: backup finished',
        'Link works until tomorrow, 02:04',
        'acme_2026-11-20_02-04-13.tar.gz',
        'It ended today, 02:04.',
      ],
      [70.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-23.tar.gz'],
    ],
    tooltips: ['Acme: first check', 'Acme: backup finished'],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'replaced',
    when: 'the portal is new',
    memory: null,
    passes: 100,
    told: [
      [70.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-23.tar.gz'],
    ],
    tooltips: ['Acme: first check', 'Acme: backup finished'],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'replaced-unseen',
    passes: 100,
    told: [
      [
        2.5,
        'Acme: backup finished',
        'Link works until tomorrow, 02:04',
        'acme_2026-11-20_02-04-13.tar.gz',
        'It ended today, 02:04.',
      ],
      [70.5, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-21.tar.gz'],
    ],
    tooltips: ['Acme: first check', 'Acme: backup finished'],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'history',
    passes: 60,
    told: [],
    tooltips: ['Acme: first check', 'Acme: no backup running'],
    row: ['No backup running'],
  },
  {
    scenario: 'history-empty',
    passes: 60,
    told: [],
    tooltips: ['Acme: first check', 'Acme: no backup running'],
    row: ['No backup running'],
  },
  {
    scenario: 'schedule',
    passes: 60,
    told: [],
    tooltips: ['Acme: first check', 'Acme: no backup running', 'Acme: no backup running, next Sunday, 02:00'],
    row: ['No backup running'],
  },
  {
    scenario: 'schedule-never-fired',
    passes: 60,
    told: [],
    tooltips: [
      'Acme: first check',
      'Acme: no backup running',
      'Acme: no backup running, next tomorrow, 02:00',
    ],
    row: ['No backup running'],
  },
  {
    scenario: 'schedule-disappears',
    passes: 22_000,
    told: [
      [
        21674.5,
        'Acme: backup schedule is gone',
        'The portal starts no backups by itself any more.',
        'It may have been deleted by somebody, or by the server for its quota or plan. Look at the portal’s backup page.',
      ],
    ],
    tooltips: [
      'Acme: first check',
      'Acme: no backup running',
      'Acme: no backup running, next 31 December, 02:00',
      'Acme: backup schedule is gone',
    ],
    row: [
      'Backup schedule is gone',
      'The portal starts no backups by itself any more.',
      'It may have been deleted by somebody, or by the server for its quota or plan. Look at the portal’s backup page.',
    ],
  },
];
