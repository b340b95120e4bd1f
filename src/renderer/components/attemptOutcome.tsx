import type { ConnectView } from '../../contract/connectView.ts';
import { BannerLine } from './banners.tsx';
import { CertificateFacts } from './certificateFacts.tsx';
import { ConsentChoice } from './consentChoice.tsx';

/** What came of an attempt to connect: what is so, the certificate that was found, and the risk to be agreed to. */
export function AttemptOutcome({ view, leave }: { view: ConnectView; leave: () => void }) {
  const { note, certificate, consent } = view;
  return (
    <>
      {note === null ? null : <BannerLine banner={note} alert />}
      {certificate === null ? null : <CertificateFacts certificate={certificate} />}
      {consent === null ? null : <ConsentChoice consent={consent} leave={leave} />}
    </>
  );
}
