// What the Tab key stops at, by the names that are heard there.
export const icons = (portal: string): string[] => [
  `History of ${portal}`,
  `Check now of ${portal}`,
  `Remove of ${portal}`,
];
export const footer = ['Add portal', 'Pause watching'];
export const form = ['Back', 'Portal address', 'API key', 'Connect'];
export const consent = (agree: string): string[] => [
  'Back',
  'Portal address',
  'API key',
  agree,
  'Do not connect',
];
export const alone = ['Settings', ...icons('Acme Documents'), ...footer];
export const page = (portal: string): string => `Open backup page of ${portal}`;
export const warn = 'Warn when the last finished backup is older than';
export const save = 'Save every finished backup to a folder';
export const settingsOf = (portal: string, ...more: string[]): string[] => [
  `Rename of ${portal}`,
  `Change key of ${portal}`,
  `Open portal of ${portal}`,
  ...more,
  `${warn} of ${portal}`,
  `${save} of ${portal}`,
];
export const server = (portal: string): string => `Watch the whole server too of ${portal}`;
export const notifications = [
  'A backup finished',
  'A backup failed, is stuck or was not saved',
  'A backup is overdue, or the last one too old',
  'A link or key is about to expire',
  'A portal cannot be watched',
  'An archive was saved',
];
const pauses = ['30 minutes', 'Until tomorrow', 'Until resumed'];
export const portalList = ['Export…', 'Import…'].map(
  (button) =>
    `${button} of Names and addresses, to watch the same portals on another computer. Keys stay here.`,
);
export const diagnostics = [
  'Save diagnostics… of One text file to send when something goes wrong. It contains no keys and no links.',
  'Quit',
];
export const firstSettings = [
  'Back',
  'Start at login',
  'Theme',
  ...notifications,
  'Check portals',
  ...pauses,
];
export const lastSettings = [...portalList, ...diagnostics];
export const resume = ['Add portal', 'Resume watching'];
export const link = (portal: string): string[] => [
  `Open link of ${portal}`,
  `Save archive of ${portal}`,
  `Copy link of ${portal}`,
];
/** In a row the second one is an icon. */
export const rowLink = (portal: string): string[] => [...savedLink(portal), `Save archive of ${portal}`];
const savedLink = (portal: string): string[] => link(portal).filter((name) => !name.startsWith('Save'));
/** A portal alone, and one of two, whose archive is cared for; `next`: what can be done about that. */
export const saved = (...next: string[]): string[] => [
  'Settings',
  ...next.map((name) => `${name} of Acme Documents`),
  ...savedLink('Acme Documents'),
  ...icons('Acme Documents'),
  ...footer,
];
export const savedOfTwo = (...next: string[]): string[] => [
  ...saved(...next).slice(0, -2),
  ...icons('Nordlicht Verlag'),
  ...footer,
];

export const writable = ['Back up now of Acme Documents', ...icons('Acme Documents')];
