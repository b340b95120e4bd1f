import fs from 'node:fs';
import path from 'node:path';
import { say } from './progress.mjs';

/** Ubuntu's switch that keeps programs without a profile of AppArmor's from user namespaces, since 23.10. */
const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

/** This machine, as far as Chromium's sandbox is concerned. */
export const thisMachine = {
  isLinux: process.platform === 'linux',
  isRoot: process.getuid?.() === 0,
  restrictsNamespaces: () =>
    fs.existsSync(restriction) && fs.readFileSync(restriction, 'utf8').trim() === '1',
  /** @param {string} helper */
  isSetUid: (helper) => fs.existsSync(helper) && (fs.statSync(helper).mode & 0o4000) !== 0,
};

/**
 * Whether Chromium's sandbox works in an Electron that nobody has installed: never for root.
 * @param {string} executable
 * @param {typeof thisMachine} machine
 */
export function canSandbox(executable, machine = thisMachine) {
  if (machine.isRoot) return false;
  return !machine.isLinux || !machine.restrictsNamespaces() || machine.isSetUid(helperOf(executable));
}

/**
 * What such an Electron is started with. Where it is without the sandbox that is said, since a package has it: there the
 * sandbox's helper belongs to root.
 * @param {string} executable
 * @param {typeof thisMachine} machine
 */
export function sandboxFlags(executable, machine = thisMachine) {
  if (canSandbox(executable, machine)) return [];
  if (machine.isRoot) return ['--no-sandbox'];
  const helper = helperOf(executable);
  say(
    "this system lets no program without a profile of AppArmor's make the namespaces of Chromium's sandbox: " +
      `starting without it. To have it: sudo chown root ${quote(helper)} && sudo chmod 4755 ${quote(helper)}`,
  );
  return ['--no-sandbox'];
}

/** @param {string} executable */
function helperOf(executable) {
  return path.join(path.dirname(executable), 'chrome-sandbox');
}

/** @param {string} file */
function quote(file) {
  return /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", String.raw`'\''`)}'`;
}
