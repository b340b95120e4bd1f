import type { Scope } from '../../../src/core/docspace/request.ts';
import type { SaveTo } from '../../../src/core/portal.ts';
import type { SaveOrder } from '../../../src/core/saving/order.ts';
import { minute } from '../../../src/core/base/time.ts';
import type { Job } from '../../support/docspace/portal/job/timeline.ts';
import type { SavingWitness } from '../watcher/savingWitness.ts';
import type { ArchiveDisk, ArchiveFile } from '../world/archiveDisk.ts';
import type { Place } from '../world/fleet.ts';
import type { Weather } from '../world/weather.ts';
import { type Fate, type Named, newFate } from './fates.ts';
import { type SaveFigures, noSaveFigures } from './figures.ts';
import { SightsOfLinks } from './linkSights.ts';
import type { Shown } from './sight.ts';

export type SaveFlaw = 'lost' | 'doubled' | 'false news' | 'at once' | 'deleted wrongly' | 'part left';

/** What was tried lately is still on its way: the longest pause between two tries is shorter. */
const lately = 15 * minute;

/**
 * Judges what becomes of archives: on the disk, and in the news.
 *
 * What has to be saved are the backups of which somebody could know in time that they have ended with a link (see
 * linkSights.ts), at the portals that save every one, and what its user wanted by hand. In the end each lies on the disk, was
 * told as not saved or damaged, was stopped by its user, or is still on its way or hindered. What is saved a second time
 * because the application was ended between naming an archive and saving that it knows of it, is counted apart.
 */
export class SaveJudge implements SavingWitness {
  readonly figures: SaveFigures = noSaveFigures();
  readonly #weathers: ReadonlyMap<string, Weather>;
  readonly #now: () => number;
  readonly #flaw: (kind: SaveFlaw, text: string) => void;
  readonly #sights: ReadonlyMap<string, SightsOfLinks>;
  readonly #fates = new Map<string, Fate>();
  /** Where the server names no backups: which one the application means by its number. */
  readonly #labels = new Map<string, string>();
  readonly #running = new Map<string, number>();
  readonly #lastAt = new Map<string, number>();
  readonly #hindered = new Set<string>();
  readonly #deleted = new Set<ArchiveFile>();
  #life = 0;

  constructor(
    weathers: readonly Weather[],
    time: { now: () => number; wall: () => number },
    flaw: (kind: SaveFlaw, text: string) => void,
  ) {
    this.#weathers = new Map(weathers.map((weather) => [weather.portal.id, weather]));
    this.#now = time.now;
    this.#flaw = flaw;
    const places = weathers.flatMap(({ portal }) => portal.places);
    this.#sights = new Map(places.map((place) => [nameOf(place), new SightsOfLinks(place, time)]));
  }

  /** A good answer about a backup is there. The returned function confirms that it was taken in and saved. */
  hears(portal: string, scope: Scope, job: Job | undefined, shown: Shown): () => void {
    const sights = this.#sights.get(nameOf({ portal, scope }));
    return () => this.#due(portal, sights?.takes(job, shown) ?? []);
  }

  /** A history is there that lists these. */
  hearsHistory(portal: string, scope: Scope, listed: ReadonlySet<string>): () => void {
    const sights = this.#sights.get(nameOf({ portal, scope }));
    return () => this.#due(portal, sights?.takesHistory(listed) ?? []);
  }

  isInterrupted(): void {
    for (const sights of this.#sights.values()) sights.isInterrupted();
  }

  ends(): void {
    this.#life += 1;
    this.#running.clear();
    this.isInterrupted();
  }

  saveBegins({ portal, backup }: SaveOrder, task: string): void {
    this.#labels.set(`${portal} ${backup.scope} ${backup.job}`, task);
    this.#lastAt.set(portal, this.#now());
    const running = (this.#running.get(portal) ?? 0) + 1;
    this.#running.set(portal, running);
    if (running === 1) return;
    this.figures.atOnce += 1;
    this.#flaw('at once', `${portal} saves ${running} archives, one of them ${task}`);
  }

  saveEnds({ portal }: SaveOrder): void {
    this.#lastAt.set(portal, this.#now());
    this.#running.set(portal, (this.#running.get(portal) ?? 1) - 1);
  }

  isHindered(portal: string): void {
    this.#hindered.add(portal);
  }

  names(file: ArchiveFile): void {
    const fate = this.#fate(file.portal, file.task);
    const before = fate.named.find((one) => one.file === file);
    // What was named when its application ended is finished by the next one.
    if (before !== undefined) return void Object.assign(before, { life: this.#life });
    // Its user may want what was deleted, as one too many, once more.
    const others = fate.named.filter(
      (one) => !one.file.damaged && !(fate.byHand && this.#deleted.has(one.file)),
    );
    if (others.some(({ life, known }) => known || life === this.#life)) {
      this.figures.doubled += 1;
      this.#flaw('doubled', `the archive of ${file.task} was saved as ${file.path} too`);
    } else if (others.length > 0) this.figures.doubledByKill += 1;
    fate.named.push({ file, life: this.#life, known: false });
  }

  knows(file: ArchiveFile): void {
    const fate = this.#fate(file.portal, file.task);
    for (const one of fate.named) if (one.file === file) Object.assign(one, { known: true });
  }

  deletes(file: ArchiveFile, rule: SaveTo | undefined): void {
    this.figures.deleted += 1;
    this.#deleted.add(file);
    const wrong = this.#wrongToDelete(file, rule);
    if (wrong === null) return;
    this.figures.deletedWrongly += 1;
    this.#flaw('deleted wrongly', `${file.path}, of ${file.task}: ${wrong}`);
  }

  wantsByHand(portal: string, task: string): void {
    Object.assign(this.#fate(portal, task), { isDue: true, byHand: true, told: false, stopped: false });
  }

  stops(portal: string, task: string): void {
    Object.assign(this.#fate(portal, task), { byHand: false, stopped: true });
  }

  /** News are told. Whether they are about archives, and so judged here. */
  tells(portal: string, id: string): boolean {
    const words = id.split(' ');
    if (words[0] === 'saving') {
      if (!this.#hindered.has(portal))
        this.#tellsWrong(`${portal} "${id}" was told, and no folder was in the way`);
      return true;
    }
    const [scope = '', ...rest] = words.slice(0, -2);
    const news = words.at(-2);
    if (words.length < 4 || (news !== 'saved' && news !== 'unsaved')) return false;
    const label = `${portal} ${scope} ${rest.join(' ')}`;
    const fate = this.#fate(portal, this.#labels.get(label) ?? rest.join(' '));
    if (news === 'saved') {
      if (!fate.named.some(({ file }) => !file.damaged))
        this.#tellsWrong(`${label} was told as saved, and is not on the disk`);
      return true;
    }
    fate.told = true;
    this.figures.unsaved += 1;
    if (fate.named.some((one) => this.#isThere(one)))
      this.#tellsWrong(`${label} was told as not saved, and is on the disk`);
    return true;
  }

  /** All is over: what was neither saved nor told of by now is lost. */
  close(disk: ArchiveDisk): void {
    for (const fate of this.#fates.values()) {
      const { portal, task, isDue, named, told, stopped } = fate;
      if (isDue) this.figures.due += 1;
      if (named.some(({ file }) => !file.damaged)) this.figures.saved += 1;
      if (!isDue || named.length > 0 || told || stopped || this.#isOnItsWay(portal)) continue;
      this.figures.lost += 1;
      this.#flaw('lost', `the archive of ${task} was neither saved nor told of`);
    }
    for (const { portal, task, backup, folder } of disk.parts) {
      if (this.#isOnItsWay(portal)) continue;
      if (
        this.#sights.get(nameOf({ portal, scope: backup.scope }))?.isSavable(task) !== false &&
        !this.#isSaved(portal, task)
      )
        continue;
      this.figures.partsLeft += 1;
      this.#flaw('part left', `of ${task}, in ${folder}`);
    }
  }

  #due(portal: string, tasks: readonly string[]): void {
    if (this.#weathers.get(portal)?.portal.saveTo === undefined) return;
    for (const task of tasks) this.#fate(portal, task).isDue = true;
  }

  /** A portal whose key is refused, or whose archives are just being saved. */
  #isOnItsWay(portal: string): boolean {
    const weather = this.#weathers.get(portal);
    if (weather === undefined || weather.wantsKey || weather.condition !== null) return true;
    return (
      (this.#running.get(portal) ?? 0) > 0 || this.#now() - (this.#lastAt.get(portal) ?? -Infinity) < lately
    );
  }

  #isSaved(portal: string, task: string): boolean {
    return this.#fate(portal, task).named.some(({ file, known }) => known && !file.damaged);
  }

  /** It can be read, lies there, and the application could know so. */
  #isThere({ file, known, life }: Named): boolean {
    return !file.damaged && !this.#deleted.has(file) && (known || life === this.#life);
  }

  #wrongToDelete(file: ArchiveFile, rule: SaveTo | undefined): string | null {
    if (this.#fate(file.portal, file.task).byHand) return 'it was saved by hand';
    if (file.damaged) return 'it is damaged';
    if (rule?.keep === undefined || rule.keep === null) return 'all are to be kept';
    if (file.folder !== rule.folder) return `${rule.folder} is the folder`;
    const left = [...this.#fates.values()]
      .filter(({ portal, byHand }) => portal === file.portal && !byHand)
      .flatMap(({ named }) => named.filter((one) => isAlike(one.file, file) && this.#isThere(one)));
    return left.length < rule.keep ? `${left.length} are left of ${rule.keep}` : null;
  }

  #tellsWrong(text: string): void {
    this.figures.false += 1;
    this.#flaw('false news', text);
  }

  #fate(portal: string, task: string): Fate {
    const name = `${portal} ${task}`;
    const fate = this.#fates.get(name) ?? newFate(portal, task);
    this.#fates.set(name, fate);
    return fate;
  }
}

/** Of the portal or of the whole server, in the same folder: so many are kept of these. */
function isAlike(one: ArchiveFile, other: ArchiveFile): boolean {
  return one.folder === other.folder && one.scope === other.scope;
}

function nameOf({ portal, scope }: Pick<Place, 'portal' | 'scope'>): string {
  return `${portal} ${scope}`;
}
