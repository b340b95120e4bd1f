import type { DrivenApplication } from '../support/desktop/drivenApplication.ts';

/** Whoever is asked for a folder from now on chooses this one. */
export async function chooseFolder({ electron }: DrivenApplication, folder: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }) });
  }, folder);
}

/** Turns on that every finished backup is saved; `keep`: how many of them, as the settings name it. */
export async function saveEvery(application: DrivenApplication, folder: string, keep: string): Promise<void> {
  const page = await application.page();
  await chooseFolder(application, folder);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Save every finished backup to a folder' }).selectOption(keep);
  await page.getByText(folder).waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
}
