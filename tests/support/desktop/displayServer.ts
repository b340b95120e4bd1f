import type { Child, Start } from './child.ts';

/** A private X server without a screen, and its number (":7"). */
export type DisplayServer = { child: Child; display: string };

/** The screen where nothing else is said. */
export const defaultSize = '1280x800';

/** Starts Xvfb on whatever display number is free. */
export async function startDisplayServer(start: Start, size: string): Promise<DisplayServer> {
  const args = [
    '-displayfd',
    '1',
    '-screen',
    '0',
    `${size}x24`,
    '-dpi',
    '96',
    '-nolisten',
    'tcp',
    '-noreset',
  ];
  const child = start('Xvfb', args);
  const number = await child.until('a display number', () => /^\d+(?=\n)/.exec(child.stdout)?.[0]);
  return { child, display: `:${number}` };
}
