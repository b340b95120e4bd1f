import type { Story } from '../story.ts';

/** The scenario's answers take three seconds. */
const quick = { connect: 1000, headers: 1000, body: 1000, whole: 150, keepAlive: 1000 };

export const silence: Story[] = [
  {
    scenario: 'rate-limited',
    passes: 120,
    told: [],
    tooltips: ['Acme: first check', 'Acme: asks to wait'],
    row: [
      'Portal asks to wait',
      'The owner of this key has sent too many requests.',
      'Keepwatch checks again by itself. The requests of all programs of one user count together.',
    ],
  },
  {
    scenario: 'rate-limited',
    passes: 3600,
    told: [
      [
        1860.5,
        'Acme: asks to wait',
        'The owner of this key has sent too many requests.',
        'Keepwatch checks again by itself. The requests of all programs of one user count together.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: asks to wait'],
    row: [
      'Portal asks to wait',
      'The owner of this key has sent too many requests.',
      'Keepwatch checks again by itself. The requests of all programs of one user count together.',
    ],
  },
  {
    scenario: 'retry-after',
    passes: 120,
    told: [],
    tooltips: ['Acme: first check', 'Acme: asks to wait'],
    row: [
      'Portal asks to wait',
      'The owner of this key has sent too many requests.',
      'Keepwatch checks again by itself. The requests of all programs of one user count together.',
    ],
  },
  {
    scenario: 'gateway-upgrade',
    passes: 1500,
    told: [],
    tooltips: ['Acme: first check', 'Acme: does not answer'],
    row: [
      'Portal does not answer',
      'A gateway answers in its place: the portal behind it does not respond.',
      'If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 38 s.',
    ],
  },
  {
    scenario: 'maintenance',
    passes: 300,
    told: [],
    tooltips: ['Acme: first check', 'Acme: does not answer'],
    row: [
      'Portal does not answer',
      'A gateway answers in its place: the portal behind it does not respond.',
      'If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 10 min.',
    ],
  },
  {
    scenario: 'lock-fails-once',
    passes: 60,
    told: [
      [30, 'Acme: backup finished', 'Link works until tomorrow, 03:04', 'acme_2026-11-20_03-04-13.tar.gz'],
    ],
    tooltips: [
      'Acme: first check',
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
    tooltips: ['Acme: first check', 'Acme: backup service does not answer'],
    row: [
      'Backup service does not answer',
      'The portal answers, but its backup service does not.',
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
        'The portal answers, but its backup service does not.',
        'If that lasts, ask the portal’s administrator.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: backup service does not answer'],
    row: [
      'Backup service does not answer',
      'The portal answers, but its backup service does not.',
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
    tooltips: ['Acme: first check', 'Acme: does not answer'],
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
    tooltips: ['Acme: first check', 'Acme: does not answer'],
    row: [
      'Portal does not answer',
      'Its server takes the request, but its answer times out.',
      'It may be overloaded. If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 18 s.',
    ],
  },
  {
    scenario: 'endless',
    passes: 3600,
    told: [
      [
        1808,
        'Acme: answer is not from DocSpace',
        'The answer is too large to be from DocSpace.',
        'Something else may answer at this address. See what your browser shows there.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: answer is not from DocSpace'],
    row: [
      'Answer is not from DocSpace',
      'The answer is too large to be from DocSpace.',
      'Something else may answer at this address. See what your browser shows there. Keepwatch keeps trying, next in 8 s.',
    ],
  },
  {
    scenario: 'hotel',
    passes: 3600,
    told: [
      [
        1808,
        'Acme: answer is not from DocSpace',
        'A web page or another product answers at its address.',
        'It may be the sign-in page of a network. See what your browser shows there.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: answer is not from DocSpace'],
    row: [
      'Answer is not from DocSpace',
      'A web page or another product answers at its address.',
      'It may be the sign-in page of a network. See what your browser shows there. Keepwatch keeps trying, next in 8 s.',
    ],
  },
];
