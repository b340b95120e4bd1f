import type { Story } from '../story.ts';

const moving =
  'Its server redirects from http to https: the key goes nowhere else from now on. If that is wrong, remove the portal here and add it again.';
const untrusted = [
  'The portal’s certificate is from an authority that this system does not trust.',
  'Keepwatch sends no key there. View the certificate, or ask the portal’s administrator for one that is trusted.',
] as const;
const ownPage =
  'Its server redirects to a page of its own, such as a sign-in or maintenance page, and gives no answer.';

export const redirects: Story[] = [
  {
    scenario: 'moved-to-https',
    https: 'trusted',
    passes: 3600,
    told: [],
    tooltips: ['Acme: first check', 'Acme: no backup running'],
    row: ['No backup running', 'Encrypted (https) since today, 03:05: its server has moved there.'],
  },
  {
    scenario: 'moved-to-https',
    when: 'nobody knows its certificate',
    https: 'untrusted',
    passes: 1200,
    told: [[788.5, 'Acme: certificate is not trusted', ...untrusted]],
    tooltips: ['Acme: first check', 'Acme: no backup running', 'Acme: certificate is not trusted'],
    row: ['Certificate is not trusted', ...untrusted, moving],
  },
  {
    scenario: 'moved-to-https',
    when: 'nothing speaks TLS there',
    passes: 3600,
    told: [
      [
        1876,
        'Acme: does not answer',
        'No encrypted connection (TLS) can be established.',
        'A firewall or proxy may intercept it. If that lasts, ask the portal’s administrator.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: no backup running', 'Acme: does not answer'],
    row: [
      'Portal does not answer',
      'No encrypted connection (TLS) can be established.',
      'A firewall or proxy may intercept it. If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 1 min.',
      moving,
    ],
  },
  {
    scenario: 'own-page',
    passes: 3600,
    told: [
      [
        1808,
        'Acme: redirects to a page',
        ownPage,
        'See what your browser shows there. If that lasts, ask the portal’s administrator.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: redirects to a page'],
    row: [
      'Portal redirects to a page',
      ownPage,
      'See what your browser shows there. If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 8 s.',
    ],
  },
  {
    scenario: 'moved-host',
    passes: 3600,
    told: [
      [
        1808,
        'Acme: redirects elsewhere',
        'It redirects to another address, and Keepwatch does not send the key there.',
        'It may be the sign-in page of a network. If the portal has moved, remove it and add its new address.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: redirects elsewhere'],
    row: [
      'Portal redirects elsewhere',
      'It redirects to localhost, and Keepwatch does not send the key there.',
      'It may be the sign-in page of a network. If the portal has moved, remove it and add its new address. Keepwatch keeps trying, next in 8 s.',
    ],
  },
];
