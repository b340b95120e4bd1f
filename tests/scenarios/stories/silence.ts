import type { Story } from '../story.ts';

/** The scenario's answers take three seconds. */
const quick = { connect: 1000, headers: 1000, body: 1000, whole: 150, keepAlive: 1000 };

export const silence: Story[] = [
  {
    scenario: 'rate-limited',
    passes: 120,
    told: [],
    tooltips: ['Acme: first look', 'Acme: asks to wait'],
    row: [
      'Portal asks to wait',
      'Too many questions came from this key’s owner.',
      'Keepwatch looks again by itself. All programs of one user count together.',
    ],
  },
  {
    scenario: 'rate-limited',
    passes: 3600,
    told: [
      [
        1860.5,
        'Acme: asks to wait',
        'Too many questions came from this key’s owner.',
        'Keepwatch looks again by itself. All programs of one user count together.',
      ],
    ],
    tooltips: ['Acme: first look', 'Acme: asks to wait'],
    row: [
      'Portal asks to wait',
      'Too many questions came from this key’s owner.',
      'Keepwatch looks again by itself. All programs of one user count together.',
    ],
  },
  {
    scenario: 'retry-after',
    passes: 120,
    told: [],
    tooltips: ['Acme: first look', 'Acme: asks to wait'],
    row: [
      'Portal asks to wait',
      'Too many questions came from this key’s owner.',
      'Keepwatch looks again by itself. All programs of one user count together.',
    ],
  },
  {
    scenario: 'lock-fails-once',
    passes: 60,
    told: [
      [30, 'Acme: backup finished', 'acme_2026-11-20_03-04-13.tar.gz', 'Link works until tomorrow, 03:04'],
    ],
    tooltips: [
      'Acme: first look',
      'Acme: backing up 5 %',
      'Acme: backing up 40 %',
      'Acme: backing up 65 %, about 10 s left',
      'Acme: uploading, 90 %',
      'Acme: backup finished',
    ],
    row: ['Backup finished', 'Link works until tomorrow, 03:04, 23 h left'],
  },
  {
    scenario: 'gateway-down',
    passes: 120,
    told: [],
    tooltips: ['Acme: first look', 'Acme: backup service does not answer'],
    row: [
      'Backup service does not answer',
      'The portal is there, its backup service is not.',
      'If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 50 s.',
    ],
  },
  {
    scenario: 'gateway-down',
    passes: 3600,
    told: [
      [
        1844,
        'Acme: backup service does not answer',
        'The portal is there, its backup service is not.',
        'If that lasts, ask the portal’s administrator.',
      ],
    ],
    tooltips: ['Acme: first look', 'Acme: backup service does not answer'],
    row: [
      'Backup service does not answer',
      'The portal is there, its backup service is not.',
      'If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 1 min.',
    ],
  },
  {
    scenario: 'connection-cut',
    passes: 3600,
    told: [
      [
        1808,
        'Acme: does not answer',
        'The connection breaks off in the middle of the answer.',
        'Check this machine’s network. If that lasts, ask the portal’s administrator.',
      ],
    ],
    tooltips: ['Acme: first look', 'Acme: does not answer'],
    row: [
      'Portal does not answer',
      'The connection breaks off in the middle of the answer.',
      'Check this machine’s network. If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 8 s.',
    ],
  },
  {
    scenario: 'slow',
    limits: quick,
    passes: 20,
    told: [],
    tooltips: ['Acme: first look', 'Acme: does not answer'],
    row: [
      'Portal does not answer',
      'Its server takes the question and gives no answer in time.',
      'It may be overloaded. If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 18 s.',
    ],
  },
  {
    scenario: 'endless',
    passes: 3600,
    told: [
      [
        1808,
        'Acme: something else answers',
        'The answer is far larger than any about backups.',
        'Something else may answer at this address. See what your browser shows there.',
      ],
    ],
    tooltips: ['Acme: first look', 'Acme: something else answers'],
    row: [
      'Not DocSpace that answers',
      'The answer is far larger than any about backups.',
      'Something else may answer at this address. See what your browser shows there. Keepwatch keeps trying, next in 8 s.',
    ],
  },
  {
    scenario: 'hotel',
    passes: 3600,
    told: [
      [
        1808,
        'Acme: something else answers',
        'What answers there is a web page, or another product.',
        'A network that wants you to sign in first does that.',
      ],
    ],
    tooltips: ['Acme: first look', 'Acme: something else answers'],
    row: [
      'Not DocSpace that answers',
      'What answers there is a web page, or another product.',
      'A network that wants you to sign in first does that. Keepwatch keeps trying, next in 8 s.',
    ],
  },
  {
    scenario: 'moved-host',
    passes: 3600,
    told: [
      [
        1808,
        'Acme: sends elsewhere',
        'It sends Keepwatch on to another address, where the key does not go.',
        'A network that wants you to sign in does that. If the portal has moved, remove it and add its new address.',
      ],
    ],
    tooltips: ['Acme: first look', 'Acme: sends elsewhere'],
    row: [
      'Portal sends elsewhere',
      'It sends Keepwatch on to localhost, where the key does not go.',
      'A network that wants you to sign in does that. If the portal has moved, remove it and add its new address. Keepwatch keeps trying, next in 8 s.',
    ],
  },
];
