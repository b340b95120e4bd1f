import { Fragment } from 'preact';
import type { ConnectView } from '../../contract/snapshot.ts';
import { useLabels } from '../labels.ts';

/** A certificate that is to be agreed to: whom it names, who made it, how long it lasts, and what to compare. */
export function Shown({ certificate }: { certificate: NonNullable<ConnectView['certificate']> }) {
  const labels = useLabels();
  return (
    <dl class="shown">
      {certificate.facts.map(({ term, detail }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd class="copyable">
            <bdi>{detail}</bdi>
          </dd>
        </Fragment>
      ))}
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
