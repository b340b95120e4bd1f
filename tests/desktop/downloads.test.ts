import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { second } from '../../src/core/base/time.ts';
import { savedPhrase } from '../../src/present/portal/saving.ts';
import {
  downloadOutcomes,
  downloadScenarios,
  leftOf,
  type Outcome,
} from '../support/archive/downloadOutcomes.ts';
import type { DrivenApplication } from '../support/desktop/drivenApplication.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import type { Scenario } from '../support/docspace/portal/scenario.ts';
import { downloadGone } from '../support/docspace/portal/scenarios/downloads.ts';
import { words } from '../support/words.ts';
import { saveEvery } from './savingFolder.ts';
import { Scene } from './scene.ts';
import { lookLater } from './simulatedWeek.ts';

// One application that saves every finished backup meets each download scenario of the fake portal, one after the other.

const interrupted = 'Saving the archive was interrupted';
const stopped = 'Saving the archive was stopped';
const under = 'Saving archive';

/** What the window and a notification say of a failure; of one after which it is tried for ever no notification does. */
const failures: Record<Exclude<Outcome['tries'][number], 'saved'>, [text: string, notification?: string]> = {
  damaged: ['Saved, but it cannot be read', 'Acme: saved archive cannot be read'],
  expired: ['The link expired before the archive was saved', 'Acme: archive not saved'],
  gone: ['The portal offers the archive no more', 'Acme: archive not saved'],
  size: ['The server sent another length than it had said', 'Acme: archive not saved'],
  truncated: [interrupted],
  stalled: [stopped],
  redirected: [interrupted],
  notDocSpace: [interrupted],
  serviceDown: [interrupted],
};

test('what comes of each download is said in the window and in a notification, and lies in the folder', async () => {
  await using scene = await Scene.open();
  const folder = join(scene.desktop.home, 'Backups');
  mkdirSync(folder);
  const application = await scene.startWatching();
  await saveEvery(application, folder, 'Keep all');
  const page = await application.page();
  const user = new User(scene, application, page, folder);
  const came: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  for (const scenario of downloadScenarios.filter((each) => each !== downloadGone)) {
    const [text, ...told] = saidOf(scenario);
    expected[scenario.name] = { text, told, left: outcomeOf(scenario).left };
    came[scenario.name] = await user.plays(scenario);
  }
  expect(came).toEqual(expected);
  // Keepwatch hears from the portal that there is nothing to be saved. It may have begun by then, and leaves nothing.
  // What had come of the archives before it that were given up goes with the next ending.
  const files = readdirSync(folder).filter((name) => !/\.part(\.json)?$/.test(name));
  scene.portal.play(downloadGone);
  await waitFor('the archive to be gone', async () => {
    await lookLater(scene, application);
    return (await page.getByText('It is not in the portal’s list of backups').count()) > 0;
  });
  await waitFor(
    () => `the folder to hold what was saved alone; in it are ${readdirSync(folder).join(', ')}`,
    () => readdirSync(folder).join() === files.join(),
  );
}, 120_000);

function outcomeOf({ name }: Scenario): Outcome {
  const outcome = downloadOutcomes.get(name);
  if (outcome === undefined) throw new Error(`nobody knows what is to come of ${name}`);
  return outcome;
}

/** What the window and a notification are to say in the end. */
function saidOf(scenario: Scenario): [text: string, notification?: string] {
  const { tries, contents } = outcomeOf(scenario);
  const last = tries.at(-1) ?? 'saved';
  if (last !== 'saved') return failures[last];
  if (contents === undefined) throw new Error(`nobody knows what is in the archive of ${scenario.name}`);
  return [savedPhrase(contents, words), 'Acme: archive saved'];
}

/** Somebody at the window, whose clock passes with the portal's when they let it. */
class User {
  readonly #scene: Scene;
  readonly #application: DrivenApplication;
  readonly #page: Page;
  readonly #folder: string;
  /** What was in the folder before. */
  #before: string[] = [];

  constructor(scene: Scene, application: DrivenApplication, page: Page, folder: string) {
    this.#scene = scene;
    this.#application = application;
    this.#page = page;
    this.#folder = folder;
  }

  /** A backup has finished, and what becomes of its archive; in the end nothing is wanted any more. */
  async plays(scenario: Scenario): Promise<{ text: string; told: string[]; left: string }> {
    const { portal, notifications } = this.#scene;
    const [text, title] = saidOf(scenario);
    this.#before = readdirSync(this.#folder);
    const asked = notifications.asked.length;
    const told = (): string[] =>
      notifications.asked.slice(asked).flatMap(({ summary }) => (/archive/.test(summary) ? [summary] : []));
    portal.play(scenario);
    let shown = '';
    // More than enough: a try that is cut before anything has come is made once more.
    const most = outcomeOf(scenario).tries.length + 2;
    for (let tries = 0; tries < most; tries++) {
      const begun = this.#downloads();
      const received = this.#received();
      await waitFor(`${scenario.name}, which shows "${shown}"`, async () => this.#isAsked(begun));
      if (text === stopped) await this.#stopsOnTheWay(received);
      shown = await this.#result(received);
      if (shown !== interrupted || text === interrupted) break;
    }
    if (title !== undefined && shown === text) await waitFor(`"${title}"`, () => told().length > 0);
    const left = leftOf(this.#files());
    if (shown === interrupted) await this.#stops();
    return { text: shown, told: told(), left };
  }

  /** Whether the archive was asked for since; if not, some time passes, and Keepwatch looks. */
  async #isAsked(before: number): Promise<boolean> {
    if (this.#downloads() > before) return true;
    await lookLater(this.#scene, this.#application);
    return this.#downloads() > before;
  }

  #downloads(): number {
    const { requests, cloudRequests } = this.#scene.portal;
    return cloudRequests.length + requests.filter(({ path }) => path.startsWith('/storage/')).length;
  }

  /** What is said once nothing is on its way; a connection is cut when some of what it brings is on the disk. */
  async #result(before: number): Promise<string> {
    let most = before;
    const look = async (): Promise<string> => {
      if (this.#received() > most) this.#scene.portal.clock.pass(second);
      most = Math.max(most, this.#received());
      const text = await this.#says();
      return text.startsWith(under) || text.startsWith('Checking') || text.startsWith('Stopping') ? '' : text;
    };
    return waitFor('a result', look, { timeout: 60_000 });
  }

  async #stopsOnTheWay(before: number): Promise<void> {
    await waitFor('some of it', () => this.#received() > before);
    await this.#stops();
  }

  /** "Stop saving": nothing is tried again. */
  async #stops(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Stop saving' }).click();
    await waitFor('the end of it', async () => (await this.#says()) === stopped);
  }

  async #says(): Promise<string> {
    return (await this.#page.locator('.archive .state-word').allTextContents()).join();
  }

  /** What this scenario has brought. */
  #files(): string[] {
    return readdirSync(this.#folder).filter((name) => !this.#before.includes(name));
  }

  #received(): number {
    return this.#files()
      .filter((name) => name.endsWith('.part'))
      .reduce((sum, name) => sum + statSync(join(this.#folder, name)).size, 0);
  }
}
