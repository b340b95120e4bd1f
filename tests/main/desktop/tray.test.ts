import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { createTray } from '../../../src/main/desktop/tray.ts';
import type { TrayView } from '../../../src/present/tray.ts';
import type { Action } from '../../../src/present/action.ts';

const backup = { scope: 'portal', job: 'task-a' } as const;

const menu: TrayView['menu'] = [
  { label: 'Acme: no backup', action: { type: 'openWindow' }, enabled: true },
  null,
  { label: 'Open link', action: { type: 'openLink', portal: 'acme', backup }, enabled: false },
];
const view: TrayView = { icon: 'idle', tooltip: 'Acme: no backup', menu };

/** A tray, and all that was done to the system's. */
function tray(first: TrayView = view) {
  const done: unknown[] = [];
  const acted: Action[] = [];
  const menus: MenuItemConstructorOptions[][] = [];
  let icons = 0;
  const made = createTray<string, number>(
    {
      create: (image) => {
        icons += 1;
        const name = `icon ${icons}`;
        done.push(`${name} ${image}`);
        return {
          setImage: (next) => done.push(`${name} ${next}`),
          setToolTip: (text) => done.push(`tooltip ${text}`),
          setContextMenu: (number) => done.push(`menu ${number}`),
          destroy: () => done.push(`${name} gone`),
        };
      },
      load: (name) => {
        done.push(`load ${name}`);
        return name;
      },
      buildMenu: (template) => menus.push(template),
      clicked: () => done.push('clicked'),
      act: (action) => acted.push(action),
    },
    first,
  );
  return { made, acted, menus, heard: () => done.splice(0) };
}

describe('the icon', () => {
  test('is made with all that it shows', () => {
    expect(tray().heard()).toEqual(['load idle', 'icon 1 idle', 'tooltip Acme: no backup', 'menu 1']);
  });

  test('has only that set which has changed', () => {
    const { made, heard } = tray();
    heard();
    made.show(structuredClone(view));
    expect(heard()).toEqual([]);
    made.show({ ...view, tooltip: 'Acme: backing up' });
    expect(heard()).toEqual(['tooltip Acme: backing up']);
    made.show({ ...view, tooltip: 'Acme: backing up', icon: 'running-40' });
    expect(heard()).toEqual(['load running-40', 'icon 1 running-40']);
    made.show({ tooltip: 'Acme: backing up', icon: 'running-40', menu: menu.slice(0, 1) });
    expect(heard()).toEqual(['menu 2']);
  });

  test('has each picture loaded once', () => {
    const { made, heard } = tray();
    for (const icon of ['running-05', 'running-10', 'running-05', 'idle'] as const)
      made.show({ ...view, icon });
    expect(heard().filter((what) => String(what).startsWith('load'))).toEqual([
      'load idle',
      'load running-05',
      'load running-10',
    ]);
  });

  test('that is made again shows what it showed', () => {
    const { made, heard } = tray();
    made.show({ ...view, tooltip: 'Acme: backing up', icon: 'running-40' });
    heard();
    made.remake();
    expect(heard()).toEqual(['icon 1 gone', 'icon 2 running-40', 'tooltip Acme: backing up', 'menu 2']);
    made.destroy();
    expect(heard()).toEqual(['icon 2 gone']);
  });
});

describe('the menu', () => {
  test('has its lines, and what they do', () => {
    const { menus, acted } = tray();
    const [lines = []] = menus;
    expect(lines).toMatchObject([
      { label: 'Acme: no backup', enabled: true },
      { type: 'separator' },
      { label: 'Open link', enabled: false },
    ]);
    lines.forEach(({ click }) => Reflect.apply(click ?? (() => undefined), undefined, []));
    expect(acted).toEqual([{ type: 'openWindow' }, { type: 'openLink', portal: 'acme', backup }]);
  });

  test('says the names of portals as they are', () => {
    const { menus } = tray({
      ...view,
      menu: [{ label: 'R&D && Co', action: { type: 'openWindow' }, enabled: true }],
    });
    expect(menus[0]?.[0]?.label).toBe('R&&D &&&& Co');
  });
});
