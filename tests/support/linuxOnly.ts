import { readFileSync } from 'node:fs';
import { expect, test, TestRunner } from 'vitest';

// Vitest's runner for other systems than Linux: the desktops of the tests are Linux's, and so are the packages they
// install. What needs one is not run there, and is counted as skipped.

const rooms = /\/tests\/(renderer|desktop|security|package|support\/desktop)\//;
// Two files of that folder need no desktop.
const imports = /\/support\/(electron|desktop)\/(?!waitFor\.ts|pixmap\.ts)/;

export function needsLinux(file: string, text: string): boolean {
  return rooms.test(file.replaceAll('\\', '/')) || imports.test(text);
}

export class LinuxOnly extends TestRunner {
  override async importFile(...[file, source]: Parameters<TestRunner['importFile']>): Promise<unknown> {
    if (source !== 'collect') return super.importFile(file, source);
    if (!needsLinux(file, readFileSync(file, 'utf8'))) return super.importFile(file, source);
    // A name that no test has: Vitest skips all of them, and the hooks around them.
    this.config.testNamePattern = /(?!)/;
    try {
      return await super.importFile(file, source);
    } catch {
      // It does not even load here. What it holds counts as one.
      test('needs Linux', () => expect.unreachable());
      return undefined;
    }
  }
}

export { LinuxOnly as default };
