import { desktop } from './i18n/messages/desktop.ts';

/** The title of the one dialogue there is when nothing else can be shown. It is made of nothing that could fail. */
export const startFailureTitle = desktop['dialog.cannotStart'].english;
