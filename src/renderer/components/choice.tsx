import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Button } from './button.tsx';

/** A risk is taken by a plain button that says so; the safe answer stands beside it. */
export function Choice({ consent, leave }: { consent: string; leave: () => void }) {
  const labels = useLabels();
  return (
    <div class="choice">
      <Button kind="tall" does={bridge.connectAgree}>
        {consent}
      </Button>
      <Button kind="plain tall" id="do-not-connect" does={leave}>
        {labels.doNotConnect}
      </Button>
    </div>
  );
}
