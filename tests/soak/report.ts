import { budgets, overBudget } from './budgets.ts';
import { busiestHour, type Figures, medianHour } from './judge/figures.ts';
import { closest } from './judge/pace.ts';
import type { SoakOptions, Soaked } from './soak.ts';

/** The figures of a run as people read them. */
export function describeFigures(figures: Figures): string[] {
  const { endings, alarms, dues, archives, requests, life } = figures;
  const excused = endings.doubledByKill + alarms.doubledByKill;
  return [
    `life       ${life.starts} starts, ${life.kills} kills, ${life.sleeps} sleeps, ${life.clockJumps} clock jumps, ${life.offline} times offline, ${life.moves} moves to https`,
    `endings    ${endings.tellable} tellable, ${endings.told} told, ${endings.lost} lost, ${endings.doubled} doubled, ${endings.wrong} wrong`,
    `alarms     ${alarms.told} told, ${alarms.false} false, ${alarms.doubled} doubled`,
    `schedules  ${dues.due} backups due, ${dues.told} alarms told, ${dues.missed} missed, ${dues.false} false`,
    `archives   ${archives.due} to be saved, ${archives.saved} saved, ${archives.unsaved} told as not saved, ${archives.lost} lost, ${archives.doubled} doubled, ${archives.false} false`,
    `           ${archives.deleted} deleted, ${archives.deletedWrongly} of them wrongly; ${archives.atOnce} at once with another, ${archives.partsLeft} parts left`,
    `saved twice ${archives.doubledByKill}, each ended between naming and saving that`,
    `told twice ${excused}, each killed between showing and saving`,
    `requests   ${requests.all}; per portal and hour: median ${medianHour(requests)}, most ${busiestHour(requests)}`,
    ...budgets.map(({ name, of, most }) => `           ${name}: ${of(figures)} (at most ${most(figures)})`),
    `           inside a Retry-After: ${requests.untimely} (at most 0); closest together: ${Math.round(requests.shortestGap)} ms (at least ${closest})`,
  ];
}

/** What is wrong with one seed: empty where all is well. */
export function complaintsOf({ flaws, figures }: Soaked): string[] {
  return [...flaws.map(({ kind, text }) => `${kind}: ${text}`), ...overBudget(figures)];
}

/** The command that runs one seed alone, and tells its story. */
export function rerun({ portals, days, seed }: SoakOptions): string {
  return `npm run soak -- --portals ${portals} --days ${days} --seed ${seed} --story`;
}
