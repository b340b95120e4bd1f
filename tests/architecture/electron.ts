import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toolFile } from '../../scripts/setup/tool.mjs';
import { root } from './source.ts';

// Which parts of Electron the product uses, as the linter finds them by type: in a copy of the product, every member that
// Electron's types declare is marked as deprecated, and the rule against deprecated members reports each use by its name.

/** Every part of Electron that is used: `App.quit`, `App 'will-quit'` for an event, `Tray constructor`; in order. */
export function usedOfElectron(): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'keepwatch-electron-'));
  try {
    copyProduct(folder);
    const report = lint(folder);
    const found = [...report.matchAll(/is deprecated\. Electron (.+?)\.",/g)].map(([, name = '']) => name);
    return [...new Set(found)].toSorted();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The product beside all packages, of which Electron's types are marked. */
function copyProduct(folder: string): void {
  cpSync(path.join(root, 'src'), path.join(folder, 'src'), { recursive: true });
  cpSync(path.join(root, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
  const packages = path.join(folder, 'node_modules');
  const electron = path.join(packages, 'electron');
  mkdirSync(electron, { recursive: true });
  // `.bin` too: there the linter looks for its half that knows types.
  const others = readdirSync(path.join(root, 'node_modules')).filter((name) => name !== 'electron');
  for (const name of others) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(packages, name), 'junction');
  }
  cpSync(path.join(root, 'node_modules/electron/package.json'), path.join(electron, 'package.json'));
  writeFileSync(path.join(electron, 'electron.d.ts'), marked(electronTypes()));
  const rules = { 'typescript/no-deprecated': 'error' };
  const options = { plugins: ['typescript'], categories: { correctness: 'off' }, rules };
  writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify(options));
}

export function electronTypes(): string {
  return readFileSync(path.join(root, 'node_modules/electron/electron.d.ts'), 'utf8');
}

function lint(folder: string): string {
  const args = [toolFile('oxlint'), '--type-aware', '-c', '.oxlintrc.json', '-f', 'json', 'src'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(`the linter said: ${stdout}${stderr}`);
  return stdout;
}

/** The types, with a mark on every member of every class and interface. */
function marked(types: string): string {
  let owner = '';
  return types
    .split('\n')
    .map((line) => {
      owner = /^ {2}(?:class|interface) (\w+)/.exec(line)?.[1] ?? (line === '  }' ? '' : owner);
      // One that is there says nothing of whose it is.
      if (/^ {5}\* @deprecated$/.test(line)) return '     *';
      const [, member] = /^ {4}(?:static |readonly )*(\w+)\??[(:<]/.exec(line) ?? [];
      if (owner === '' || member === undefined) return line;
      const [, event] = /^\w+\(event: ('[^']+')/.exec(line.trim()) ?? [];
      const name = event ?? member;
      const between = event === undefined && member !== 'constructor' ? '.' : ' ';
      return `    /** @deprecated Electron ${owner}${between}${name}. */\n${line}`;
    })
    .join('\n');
}
