import { message } from '../message.ts';

/** Why a portal cannot be added, and what to do about it: see `connect/refusal.ts` for why these are not `why.…` and `next.…`. */
export const refusals = {
  'refused.address.empty': message('Enter the portal’s address, as it stands in your browser’s address bar.'),
  'refused.address.malformed': message('This is not an address. Copy it from your browser’s address bar.'),
  'refused.address.scheme': message(
    'A portal’s address begins with https. Copy it from your browser’s address bar.',
  ),
  'refused.address.credentials': message(
    'Leave user name and password out of the address. The API key is enough.',
  ),
  'refused.address.alreadyWatched': message('This portal is already being watched.'),
  'refused.address.downgrade': message(
    'The portal redirects to an address without encryption. No key is sent there.',
  ),
  'refused.address.tooManyRedirects': message('The portal redirects in circles. Check the address.'),
  'refused.address.workspace': message(
    'This is the older ONLYOFFICE Workspace, which Keepwatch cannot watch. It needs a DocSpace portal.',
  ),
  'refused.address.noSuchHost': message(
    'DNS has no address for this name. Check the spelling; copy it from your browser’s address bar.',
  ),
  'refused.address.lookupFailed': message(
    'The DNS server does not answer for this name. Check the spelling and this machine’s network.',
  ),
  'refused.address.unreachable': message(
    'The server at this address cannot be reached. Check the address, the port and your network.',
  ),
  'refused.address.timeout': message(
    'The server does not answer in time (timeout). Try again, or check whether it opens in your browser.',
  ),
  'refused.address.encryption': message(
    'No encrypted connection (TLS) to the server can be established. Check the address; write http:// only on your own network.',
  ),
  'refused.address.certificate.untrusted': message(
    'The server’s certificate is from an authority that this system does not trust. Ask the portal’s administrator for one that is trusted.',
  ),
  'refused.address.certificate.expired': message(
    'The server’s certificate has expired. Ask the portal’s administrator for a new one, or check this machine’s clock.',
  ),
  'refused.address.certificate.wrongHost': message(
    'The server’s certificate is for another host name. Use the address that your browser shows.',
  ),
  'refused.address.certificate.selfSigned': message(
    'The server has a self-signed certificate. Ask the portal’s administrator for one that this system trusts.',
  ),
  'refused.address.certificate.notYetValid': message(
    'The server’s certificate is not valid yet. Check this machine’s clock, or ask the portal’s administrator.',
  ),
  'refused.address.certificate.revoked': message(
    'The server’s certificate was revoked. Ask the portal’s administrator for a new one.',
  ),
  'refused.address.certificate.changed': message(
    'The server’s certificate is not the one that you trusted. Connect again to view it.',
  ),
  'refused.address.certificate.unverifiable': message(
    'Keepwatch could not verify the certificate even after you trusted it. Ask the portal’s administrator for one that this system trusts.',
  ),
  'refused.address.oldEncryption': message(
    'The server offers only outdated encryption (TLS 1.0 or 1.1), which is no longer safe. Ask its administrator to update it.',
  ),
  'refused.address.notDocSpace': message(
    'This is not an answer from DocSpace. Copy the address from your browser.',
  ),
  'refused.address.ownPage': message(
    'The server redirects to a page of its own, such as a sign-in or maintenance page. See what your browser shows there.',
  ),
  'refused.address.redirected': message<{ host: string }>(
    'The portal redirects to {host}, and no key is sent there. If it has moved, remove it here and add its new address.',
  ),
  'refused.address.notThere': message(
    'There is no portal at this address (404). Check it; if it is right, the portal may be suspended: ask its owner.',
  ),
  'refused.address.forbidden': message(
    'The server does not allow access from this network (403). Ask the portal’s administrator to allow it.',
  ),
  'refused.address.unpaid': message('The portal’s plan is not paid. Ask its owner, then connect again.'),
  'refused.address.serviceDown': message(
    'The portal is there, but its service does not answer now. Try again in a few minutes.',
  ),
  'refused.address.rateLimited': message('The portal has received too many requests. Try again in a minute.'),
  'refused.address.proxy.unreached': message<{ proxy: string }>(
    'This system’s proxy {proxy} does not answer. Check this system’s proxy settings.',
  ),
  'refused.address.proxy.untrusted': message<{ proxy: string }>(
    'The certificate of this system’s proxy {proxy} is not trusted. Ask the proxy’s administrator.',
  ),
  'refused.address.proxy.unresolved': message(
    'This system’s proxy script (PAC) does not say which proxy to use. Check this system’s proxy settings.',
  ),
  'refused.address.proxy.signIn': message<{ proxy: string }>(
    'The proxy {proxy} requires authentication. Enter user name and password in the settings, under Proxy.',
  ),
  'refused.address.proxy.signInRefused': message<{ proxy: string }>(
    'The proxy {proxy} refuses the user name or the password. Enter them again in the settings, under Proxy.',
  ),
  'refused.address.proxy.method': message<{ proxy: string }>(
    'The proxy {proxy} requires an authentication that Keepwatch does not support (NTLM or Kerberos). Ask its administrator to allow Basic authentication.',
  ),
  'refused.address.proxy.kind': message<{ proxy: string }>(
    'This system’s proxy {proxy} is of a kind that Keepwatch does not support. Use an HTTP proxy.',
  ),
  'refused.address.proxy.refused': message<{ proxy: string; code: string }>(
    'The proxy {proxy} does not allow connections to this address ({code}). Check the address, or ask the proxy’s administrator.',
  ),
  'refused.address.other': message<{ code: string }>(
    'The server answers with an error ({code}). Try again, or check whether it opens in your browser.',
  ),
  'refused.key.malformed': message(
    'Enter the key: sk- and 64 letters and digits, as the portal showed it once.',
  ),
  'refused.key.refused': message(
    'The portal refuses this key. Copy it again, all of it; if it is old, make a new one.',
  ),
  'refused.unreached': message('The portal could not be reached'),
  'refused.right': message('This key may not see backups'),
  'refused.right.keyLimited': message(
    'The key’s permissions do not cover backups. Make a read-only key for everything, as an owner or administrator of the portal.',
  ),
  'refused.right.notAdministrator': message(
    'The key’s owner is not an administrator. Ask an owner or administrator of the portal to make a read-only key.',
  ),
  'refused.right.restoring': message('The portal is being restored'),
  'refused.right.restoringNext': message(
    'Wait until it is done. The restore may remove the key; then make a new one.',
  ),
  'refused.right.busy': message('The portal is unavailable for now'),
  'refused.right.busyNext': message('It is being moved or encrypted. Try again when it is done.'),
  'refused.right.suspended': message('The portal is suspended'),
  'refused.right.suspendedNext': message('Ask its owner. It can be watched when it is active again.'),
  'refused.right.addressBlocked': message('The portal does not accept this IP address'),
  'refused.right.addressBlockedNext': message(
    'It accepts requests from certain IP addresses only. Ask its administrator to allow this one.',
  ),
  'refused.right.failure': message('The portal could not be asked about backups'),
  'refused.right.failureNext': message<{ code: string }>(
    'It answered with an error ({code}). Try again in a few minutes.',
  ),
  'refused.right.unpaid': message('The portal’s plan is not paid'),
  'refused.right.unpaidNext': message('Ask the portal’s owner; then connect again.'),
  'refused.notSaved': message('The key could not be stored'),
  'refused.notSavedNext': message(
    'This system’s keyring or disk refused it. Check that the disk is not full, and try again.',
  ),
};
