import { Fragment } from 'preact';
import type { ConnectView } from '../../contract/connectView.ts';
import { Facts } from './facts.tsx';
import { useLabels } from '../hooks/useLabels.ts';

/** A certificate that is to be agreed to: whom it names, who made it, how long it lasts, and what to compare. */
export function CertificateFacts({ certificate }: { certificate: NonNullable<ConnectView['certificate']> }) {
  const labels = useLabels();
  return (
    <dl class="certificate-facts">
      <Facts facts={certificate.facts} />
      <dt>{labels.fingerprint}</dt>
      <dd>
        <code class="fingerprint copyable" dir="ltr">
          {certificate.fingerprint.split(':').map((pair, at) => (
            <Fragment key={at}>
              {at === 0 ? null : (
                <>
                  :<wbr />
                </>
              )}
              {pair}
            </Fragment>
          ))}
        </code>
      </dd>
    </dl>
  );
}
