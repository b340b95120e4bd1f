import { Lacking, type Step } from '../step.ts';
import { requireTray } from './given.ts';

/** Hovering the icon shows the tooltip. */
export const tooltipStep: Step = {
  name: 'tooltip',
  limit: 40_000,
  run: async (visit) => {
    requireTray(visit);
    if (visit.running.tooltips === false) throw new Lacking('no tooltips');
    const before = await visit.screenAtRest();
    await visit.screen.hover(visit.icon);
    const { width, height } = await visit.appeared(before, 'a tooltip', 20_000);
    await visit.photograph('3-tooltip');
    await visit.leave();
    return `${width} × ${height}`;
  },
};

/** A right click on the icon shows the menu. */
export const menuStep: Step = {
  name: 'menu',
  limit: 40_000,
  run: async (visit) => {
    requireTray(visit);
    const before = await visit.screenAtRest();
    await visit.screen.click(visit.icon, 'right');
    const { width, height } = await visit.appeared(before, 'a menu');
    await visit.photograph('4-menu');
    await visit.screen.press('Escape');
    // waybar's menu does not hear that: it goes at a click, and takes that click.
    await visit.screen.click(visit.running.elsewhere);
    if (height < 100) throw new Error(`only ${width} × ${height} appeared`);
    return `${width} × ${height}`;
  },
};
