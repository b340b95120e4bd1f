import { CertificateScreen } from './certificateScreen.tsx';
import { ConnectScreen } from './connectScreen.tsx';

/** Both show an attempt to connect: they come in one chunk. */
export const connectingScreens = { CertificateScreen, ConnectScreen };
