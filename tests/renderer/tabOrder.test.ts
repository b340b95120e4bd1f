import { expect, test } from 'vitest';
import { nameOf, walk } from './host/focus.ts';
import { reach } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import { viewNames, type ViewName, viewOf } from './scenes/views.ts';

// The order of the Tab key in every view: header, what is in the middle from the top, footer.
const icons = (portal: string): string[] => [
  `History of ${portal}`,
  `Check now of ${portal}`,
  `Remove of ${portal}`,
];
const footer = ['Add portal', 'Pause watching'];
const form = ['Back', 'Portal address', 'API key', 'Connect'];
const consent = (agree: string): string[] => ['Back', 'Portal address', 'API key', agree, 'Do not connect'];
const alone = ['Settings', ...icons('Acme Documents'), ...footer];
const page = (portal: string): string => `Open backup page of ${portal}`;
const warn = 'Warn when the last finished backup is older than';
const settingsOf = (portal: string, ...more: string[]): string[] => [
  `Rename of ${portal}`,
  `Change key of ${portal}`,
  `Open portal of ${portal}`,
  ...more,
  `${warn} of ${portal}`,
];
const server = (portal: string): string => `Watch the whole server too of ${portal}`;
const notifications = [
  'A backup finished',
  'A backup failed or is stuck',
  'A backup is overdue, or the last one too old',
  'A link or key is about to expire',
  'A portal cannot be watched',
];
const pauses = ['30 minutes', 'Until tomorrow', 'Until resumed'];
const portalList = ['Export…', 'Import…'].map(
  (button) =>
    `${button} of Names and addresses, to watch the same portals on another computer. Keys stay here.`,
);
const diagnostics = [
  'Save diagnostics… of One text file to send when something goes wrong. It contains no keys and no links.',
  'Quit',
];
const firstSettings = ['Back', 'Start at login', 'Theme', ...notifications, 'Check portals', ...pauses];
const lastSettings = [...portalList, ...diagnostics];
const resume = ['Add portal', 'Resume watching'];
const link = (portal: string): string[] => [`Open link of ${portal}`, `Copy link of ${portal}`];

const writable = ['Back up now of Acme Documents', ...icons('Acme Documents')];

const orders: Record<ViewName, string[]> = {
  'first-start': ['Settings', 'Add portal'],
  one: alone,
  'one-first-look': alone,
  'one-finished': ['Settings', ...link('Acme Documents'), ...icons('Acme Documents'), ...footer],
  'one-finished-facts': ['Settings', ...link('Acme Documents'), ...icons('Acme Documents'), ...footer],
  'one-failed': ['Settings', page('Acme Documents'), ...icons('Acme Documents'), ...footer],
  'one-stuck': ['Settings', page('Acme Documents'), ...icons('Acme Documents'), ...footer],
  'one-offline': alone,
  'one-paused': ['Settings', ...icons('Acme Documents'), ...resume],
  'one-unencrypted': ['Settings', 'Remove', 'Keep', ...footer],
  'one-writable': ['Settings', ...writable, ...footer],
  'one-start': ['Settings', 'To', 'Back up now', 'Cancel', ...footer],
  'one-stop': ['Settings', 'Stop backup', 'Let it run', ...footer],
  'one-refused': ['Settings', ...writable, ...footer],
  'two-stop': ['Settings', ...writable, 'Stop backup', 'Let it run', ...footer],
  moved: ['Settings', 'Open portal of Workshop', ...icons('Workshop'), ...icons('Kestrel Legal'), ...footer],
  four: [
    'Settings',
    ...icons('Acme Documents'),
    ...icons('Nordlicht Verlag'),
    ...link('Kestrel Legal'),
    ...icons('Kestrel Legal'),
    page('Borealis Clinic'),
    ...icons('Borealis Clinic'),
    ...footer,
  ],
  trouble: [
    'Settings',
    'Change key of Acme Documents',
    ...icons('Acme Documents'),
    ...icons('Nordlicht Verlag'),
    page('Kestrel Legal'),
    ...icons('Kestrel Legal'),
    page('Borealis Clinic'),
    ...icons('Borealis Clinic'),
    ...footer,
  ],
  'certificate-changed': [
    'Settings',
    ...icons('Acme Documents'),
    ...icons('Nordlicht Verlag'),
    'View certificate of Kestrel Legal',
    ...icons('Kestrel Legal'),
    ...icons('Borealis Clinic'),
    ...footer,
  ],
  certificate: ['Back', 'Trust this certificate', 'Do not connect'],
  'add-consent': consent('Trust this certificate'),
  'proxy-asks': [
    'Settings',
    ...icons('Acme Documents'),
    ...icons('Nordlicht Verlag'),
    'Open settings of Kestrel Legal',
    ...icons('Kestrel Legal'),
    ...icons('Borealis Clinic'),
    ...footer,
  ],
  proxy: [
    ...firstSettings,
    ...settingsOf('Acme Documents'),
    ...settingsOf('Nordlicht Verlag'),
    ...settingsOf('Kestrel Legal'),
    ...settingsOf('Borealis Clinic'),
    ...portalList,
    'Change password of proxy.acme.example',
    'Forget of proxy.acme.example',
    'Enter password of proxy.kestrel.example:3128',
    ...diagnostics,
  ],
  'proxy-entering': [
    ...firstSettings,
    ...settingsOf('Acme Documents'),
    ...settingsOf('Nordlicht Verlag'),
    ...settingsOf('Kestrel Legal'),
    ...settingsOf('Borealis Clinic'),
    ...portalList,
    'Change password of proxy.acme.example',
    'Forget of proxy.acme.example',
    'User name',
    'Password',
    'Save',
    ...diagnostics,
  ],
  offline: [
    'Settings',
    ...icons('Acme Documents'),
    ...icons('Nordlicht Verlag'),
    ...link('Kestrel Legal'),
    ...icons('Kestrel Legal'),
    ...footer,
  ],
  paused: ['Settings', ...icons('Acme Documents'), ...icons('Nordlicht Verlag'), ...resume],
  quiet: [
    'Settings',
    ...icons('Acme Documents'),
    ...icons('Nordlicht Verlag'),
    ...icons('Kestrel Legal'),
    ...footer,
  ],
  calm: ['Settings', ...icons('Acme Documents'), ...icons('Nordlicht Verlag'), 'Remove', 'Keep', ...footer],
  error: ['Reload window'],
  add: form,
  'add-checking': ['Back', 'Portal address', 'API key', 'Connecting…'],
  'add-field': form,
  'add-key': form,
  'add-refused': form,
  'add-http': consent('Connect without encryption'),
  'add-other-host': consent('Connect to acme.onlyoffice.com'),
  'add-connected': ['Back', 'Start at login', 'Done'],
  'add-kept': ['Back', 'Start at login', 'Done'],
  'change-key': ['Back', 'API key', 'Connect'],
  settings: [
    ...firstSettings,
    ...settingsOf('Acme Documents'),
    ...settingsOf('Nordlicht Verlag'),
    ...settingsOf('Kestrel Legal'),
    ...lastSettings,
  ],
  'history-none': ['Back'],
  'history-one': ['Back', 'Finished, today, 03:00, 21 min'],
  'history-three': ['Back', 'Finished, today, 03:00, 22 min'],
  'history-many': ['Back', 'Finished, today, 03:00, 21 min', 'Show all 400 runs'],
  'history-running': ['Back', 'Backing up, today, 14:01, 9 min so far'],
  'history-uploading': ['Back', 'Uploading, today, 14:01, 19 min so far'],
  'history-failed': ['Back', 'Failed at 31 %, Monday, 03:01, 7 min'],
  'history-listed': ['Back', 'Finished, ended today, 03:24, unknown'],
  'history-unpaid': ['Back', 'Finished, today, 03:00, 21 min'],
  'add-minded': ['Back', 'Watch the whole server too', 'Start at login', 'Done'],
  'add-restoring': form,
  'change-key-unreached': ['Back', 'API key', 'Connect'],
  'add-standalone': ['Back', 'Watch the whole server too', 'Start at login', 'Done'],
  'one-whole-server': alone,
  'whole-servers': [
    'Settings',
    ...icons('Acme Documents'),
    ...icons('Nordlicht Verlag'),
    ...icons('Kestrel Legal'),
    ...footer,
  ],
  'settings-paused': [
    'Back',
    'Start at login',
    'Theme',
    ...notifications,
    'Check portals',
    'Resume watching',
    ...settingsOf('Acme Documents'),
    ...settingsOf('Nordlicht Verlag'),
    ...lastSettings,
  ],
  'settings-trusted': [
    ...firstSettings,
    ...settingsOf('Workshop'),
    'View certificate of Workshop',
    'Stop trusting of Workshop',
    ...lastSettings,
  ],
  'settings-standalone': [
    ...firstSettings,
    ...settingsOf('Acme Documents', server('Acme Documents')),
    ...settingsOf('Nordlicht Verlag', server('Nordlicht Verlag')),
    ...settingsOf('Kestrel Legal', server('Kestrel Legal')),
    ...lastSettings,
  ],
  rename: [
    ...firstSettings,
    ...settingsOf('Acme Documents'),
    'Portal name',
    'Save',
    warn,
    ...settingsOf('Kestrel Legal'),
    ...lastSettings,
  ],
};

const host = useHost();

test.each(viewNames)('Tab goes through %s in order', async (name) => {
  await reach(host(), viewOf(name));
  const stops = await walk(host().page);
  expect(stops.map(nameOf)).toEqual(orders[name]);
  // Each shows that it has the focus, where it can be seen.
  expect(stops).toEqual(stops.map((stop) => ({ ...stop, ring: 2, inView: true })));
});
