// This folder is JavaScript, its types in comments: it runs before there is a node_modules to run TypeScript with.
import path from 'node:path';
import { buildApplication } from './application.mjs';
import { installDebianPackages, tryDebianPackages } from './debian.mjs';
import { provideElectron } from './electron-runtime.mjs';
import { installNpmPackages } from './npm-packages.mjs';
import { projectFolder } from './places.mjs';
import { provideShippedNode } from './runtime/shipped-node.mjs';

/**
 * What a task can need besides the npm packages, which every task needs: an Electron that starts, a desktop to test
 * on, what takes pictures of one, the Node inside the Electron that ships, and the built application.
 * @typedef {import('./debian-packages.mjs').Group | 'shippedNode' | 'application'} Need
 */

/**
 * Makes sure of all a task needs, and gives the environment to run it in. What is there already costs next to nothing.
 * @param {Need[]} needs
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function setUp(needs) {
  const tools = path.join(projectFolder, 'node_modules', '.bin');
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...process.env };
  // Windows writes it "Path", and a copy of the environment has to be asked by that name.
  const name = Object.keys(environment).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH';
  environment[name] = [tools, environment[name]].filter(Boolean).join(path.delimiter);

  await installNpmPackages(projectFolder);
  await installDebianPackages(needs.filter(isOfDebian));
  await tryDebianPackages(needs.filter((need) => need === 'browser'));
  if (needs.includes('electron')) {
    const electron = await provideElectron();
    environment['ELECTRON_OVERRIDE_DIST_PATH'] = electron.folder; // for Electron's own package, and Playwright
    environment['ELECTRON_EXEC_PATH'] = electron.executable; // for electron-vite
  }
  if (needs.includes('shippedNode')) {
    const node = await provideShippedNode();
    if (node !== undefined) environment['KEEPWATCH_SHIPPED_NODE'] = node;
  }
  if (needs.includes('application')) await buildApplication(projectFolder, environment);
  return environment;
}

/** @type {(need: Need) => need is Exclude<Need, 'browser' | 'shippedNode' | 'application'>} */
const isOfDebian = (need) => need !== 'browser' && need !== 'shippedNode' && need !== 'application';
