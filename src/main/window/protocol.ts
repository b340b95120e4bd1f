import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CustomScheme, Session } from 'electron';

/** The renderer's files are served under a scheme of our own: `file://` would give a page the whole disk. */
const scheme = 'keepwatch';
export const pageOrigin = `${scheme}://app`;
export const pageUrl = `${pageOrigin}/index.html`;
/** Takes its place when that cannot be drawn. */
export const failedPageUrl = `${pageOrigin}/failed.html`;
const files = [
  'index.html',
  'window.js',
  'window.css',
  'shared.js',
  'connectingScreens.js',
  'portalQuestion.js',
  'settingsScreen.js',
  'archiveLine.js',
  'historyScreen.js',
  'historyScreen.css',
];

/** Has to be registered before the application is ready. */
export const privileges: CustomScheme = {
  scheme,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: false,
    allowServiceWorkers: false,
    corsEnabled: false,
  },
};

/** Nothing from anywhere but our own files; scripts may not write markup (Trusted Types). */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** What of a session is used. */
type ServingSession = { protocol: Pick<Session['protocol'], 'handle'> };

/**
 * Serves the files of a folder, by exact name: no folders, no query, no other host; a fragment is the page's own. The page
 * that stands in for them is made, not read: it has to be there when they are not.
 */
export function serveRenderer(session: ServingSession, folder: string, failed: string): void {
  session.protocol.handle(scheme, async ({ url }) => {
    const [address] = url.split('#');
    const file = files.find((name) => address === `${pageOrigin}/${name}`);
    const type = types[path.extname(file ?? failedPageUrl)];
    if ((file === undefined && address !== failedPageUrl) || type === undefined)
      return new Response(null, { status: 404 });
    const headers = {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    };
    return new Response(file === undefined ? failed : await readFile(path.join(folder, file)), { headers });
  });
}
