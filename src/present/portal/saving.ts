import type { PortalRow } from '../../contract/portalRow.ts';
import { assertNever } from '../../core/base/result.ts';
import { savePercent } from '../../core/saving/pace.ts';
import type { WrittenArchive } from '../../core/saving/written.ts';
import { type SavingStatus, savingStatus } from '../../core/status/savingStatus.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import type { Watch } from '../../core/watch/watch.ts';
import { portalButton } from './buttons.ts';
import { goingPhrase, paceDetail } from './savePace.ts';
import type { Words } from '../i18n/i18n.ts';
import { sizePhrase } from '../size.ts';

type SavingView = NonNullable<PortalRow['saving']>;
type Button = SavingView['buttons'][number];

/** What a row says of its archives; null where nothing is to be said. */
export function savingOf(watch: Watch, status: PortalStatus, words: Words, now: number): SavingView | null {
  const saving = savingStatus(watch.saving, status, now);
  return saving === null ? null : viewOf(watch.portal.id, saving, words, now);
}

function viewOf(portal: string, saving: SavingStatus, words: Words, now: number): SavingView {
  const { say } = words;
  const view = (text: string, parts: Partial<SavingView> = {}): SavingView => ({
    tone: 'calm',
    text,
    detail: null,
    next: null,
    percent: null,
    buttons: [],
    ...parts,
  });
  switch (saving.is) {
    case 'going': {
      const { pace, stopped, wanted } = saving;
      if (stopped) return view(say('saving.stopping'));
      return view(goingPhrase(pace, words), {
        tone: 'accent',
        detail: pace === null ? null : paceDetail(pace, words),
        percent: pace === null ? null : savePercent(pace),
        buttons: [portalButton({ type: 'stopSaving', portal, backup: wanted.backup }, 'plain', words)],
      });
    }
    case 'interrupted': {
      const wait = saving.tryAt - now;
      return view(say('saving.interrupted'), {
        next:
          wait <= 0
            ? say('saving.againNow')
            : say('saving.again', { span: words.span(Math.max(1000, wait)) }),
        buttons: waitingButtons(portal, saving.wanted.backup, words),
      });
    }
    case 'hindered': {
      const { why, wanted } = saving;
      return view(say('saving.hindered'), {
        tone: 'warn',
        detail: say(`saving.${why}`, { folder: wanted.folder }),
        next: say(`saving.${why}Next`),
        buttons: waitingButtons(portal, wanted.backup, words),
      });
    }
    case 'saved':
      return savedView(portal, saving.written, view, words);
    case 'unsaved': {
      const { why, backup } = saving;
      if (why === 'stopped') return view(say('saving.stopped'));
      return view(say(`saving.${why}`), {
        tone: 'warn',
        next: say(why === 'size' ? 'saving.sizeNext' : 'saving.unsavedNext'),
        buttons: why === 'size' ? [] : [portalButton({ type: 'openPage', portal, backup }, 'plain', words)],
      });
    }
    default:
      return assertNever(saving);
  }
}

function savedView(
  portal: string,
  { backup, contents, file, folder, bytes }: WrittenArchive,
  view: (text: string, parts: Partial<SavingView>) => SavingView,
  words: Words,
): SavingView {
  const { say } = words;
  const buttons = [portalButton({ type: 'showArchive', portal, backup }, 'plain', words)];
  if (contents === 'damaged') {
    const next = say('saving.damagedNext', { file });
    return view(say('saving.damaged'), { tone: 'danger', next, buttons });
  }
  const lack = contents.databases ? (contents.storage ? null : 'storage') : 'databases';
  return view(savedPhrase(contents, words), {
    tone: lack === null && contents.missing === 0 ? 'calm' : 'warn',
    detail: lack === null ? null : say(`saving.incomplete.${lack}`),
    next: say('saving.place', { size: sizePhrase(bytes, words), folder }),
    buttons,
  });
}

/** "Saved and readable, 14,203 files, 2 missing". */
export function savedPhrase(contents: WrittenArchive['contents'], { say }: Words): string {
  if (contents === 'damaged') return say('saving.damaged');
  const { files, missing } = contents;
  return missing === 0 ? say('saving.saved', { files }) : say('saving.savedMissing', { files, missing });
}

function waitingButtons(
  portal: string,
  backup: { scope: 'portal' | 'server'; job: string },
  words: Words,
): Button[] {
  return [
    portalButton({ type: 'retrySaving', portal }, 'plain', words),
    portalButton({ type: 'stopSaving', portal, backup }, 'plain', words),
  ];
}
