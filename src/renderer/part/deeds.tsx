import type { PortalRow } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';

type Parts = {
  row: PortalRow;
  changeKey: () => void;
  /** How the one that stands out looks here. */
  main: 'tint' | 'main';
};

/** Up to two labelled buttons: the next step with this portal. */
export function Deeds({ row: { id, buttons }, changeKey, main }: Parts) {
  return (
    <>
      {buttons.map(({ action, label, weight }) => (
        <Button
          key={action}
          kind={weight === 'main' ? main : ''}
          id={`${action}-${id}`}
          does={action === 'changeKey' ? changeKey : () => bridge.portalAction({ portal: id, action })}
          describedBy={`portal-${id}`}
        >
          {label}
        </Button>
      ))}
    </>
  );
}
