import type { PortalAction } from '../../contract/portalAction.ts';
import type { PortalRow } from '../../contract/portalRow.ts';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';

/** The screens that can be opened from a portal. */
export type PortalNavigation = Record<'changeKey' | 'certificate' | 'settings' | 'history', () => void>;

type Parts = {
  row: PortalRow;
  navigation: PortalNavigation;
  /** How the one that stands out looks here. */
  main: 'tint' | 'main';
};

/** Up to two labelled buttons: the next step with this portal. */
export function PortalActions({ row: { id, buttons }, navigation, main }: Parts) {
  const clickOf = (action: PortalAction): (() => void) => {
    switch (action.type) {
      case 'changeKey':
      case 'certificate':
      case 'settings':
        return navigation[action.type];
      default:
        return () => bridge.dispatch(action);
    }
  };
  return (
    <>
      {buttons.map(({ action, label, weight }) => (
        <Button
          key={action.type}
          kind={weight === 'main' ? main : ''}
          id={`${action.type}-${id}`}
          onClick={clickOf(action)}
          describedBy={`portal-${id}`}
        >
          {label}
        </Button>
      ))}
    </>
  );
}
