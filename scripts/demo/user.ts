import type { Page } from 'playwright';
import type { Portal } from '../../tests/support/docspace/portal/portal.ts';
import { tell } from './narrator.ts';

/** Adds the portal as its user would: clicks, and types address and key, letter by letter. */
export async function addPortal(page: Page, portal: Portal, connected: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Add portal' }).click();
  await page.getByRole('textbox', { name: 'Portal address' }).click();
  await page.keyboard.type(portal.origin);
  tell('typed', portal.origin);
  await page.getByRole('textbox', { name: 'API key' }).click();
  await page.keyboard.type(portal.key);
  tell('typed', 'the key');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Done' }).waitFor();
  tell('window', await page.getByRole('status').first().innerText());
  await connected();
  await page.getByRole('button', { name: 'Done' }).click();
}

/** Starts a backup on the portal, and looks at it at once, as somebody would who has just started one. */
export async function startBackup(page: Page, portal: Portal): Promise<void> {
  portal.startBackup();
  tell('portal', 'a backup begins: about 30 s');
  await page.getByRole('button', { name: 'Check now' }).click();
}
