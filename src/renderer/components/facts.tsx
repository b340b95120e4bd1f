import { Fragment } from 'preact';
import type { PortalRow } from '../../contract/portalRow.ts';

/** Facts in two columns: the rows of a description list. */
export function Facts({ facts }: { facts: PortalRow['facts'] }) {
  return (
    <>
      {facts.map(({ term, detail }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd class="num copyable">
            <bdi>{detail}</bdi>
          </dd>
        </Fragment>
      ))}
    </>
  );
}
