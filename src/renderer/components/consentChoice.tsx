import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from './button.tsx';

/** A risk is taken by a plain button that says so; the safe answer stands beside it. */
export function ConsentChoice({ consent, leave }: { consent: string; leave: () => void }) {
  const labels = useLabels();
  return (
    <div class="consent-choice">
      <Button kind="tall" onClick={() => bridge.dispatch({ type: 'connectAgreed' })}>
        {consent}
      </Button>
      <Button kind="plain tall" id="do-not-connect" onClick={leave}>
        {labels.doNotConnect}
      </Button>
    </div>
  );
}
