import type { CommandLine } from 'electron';

// What may be set for other programs, on a whole machine perhaps, and would weaken this one. SECURITY.md says of each, and
// of those that stay, what holds.

/** Node would verify nobody; Chromium would write down the keys of its connections. */
const variables = ['NODE_TLS_REJECT_UNAUTHORIZED', 'SSLKEYLOGFILE'];

/** Chromium would verify nobody, ask other servers than the named ones, or let a page reach what it may not. */
const switches = [
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'ssl-key-log-file',
  'host-resolver-rules',
  'host-rules',
  'disable-web-security',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
];

/** Removes what would weaken Keepwatch, before anything has read it. */
export function removeWeakening(
  env: NodeJS.ProcessEnv,
  commandLine: Pick<CommandLine, 'removeSwitch'>,
): void {
  for (const name of variables) delete env[name];
  for (const name of switches) commandLine.removeSwitch(name);
}
