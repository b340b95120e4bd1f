import { message } from '../message.ts';

/** Why a portal cannot be added, and what to do about it. */
export const refusals = {
  'refused.address.empty': message('Enter the portal’s address, as it stands in your browser’s address bar.'),
  'refused.address.malformed': message('This is not an address. Copy it from your browser’s address bar.'),
  'refused.address.scheme': message(
    'A portal’s address begins with https. Copy it from your browser’s address bar.',
  ),
  'refused.address.credentials': message(
    'Leave user name and password out of the address. The API key is all it takes.',
  ),
  'refused.address.alreadyWatched': message('This portal is being watched already.'),
  'refused.address.downgrade': message(
    'The portal sends its visitors to an address without encryption. No key goes there.',
  ),
  'refused.address.tooManyRedirects': message(
    'The portal sends its visitors around in circles. Check the address.',
  ),
  'refused.address.workspace': message(
    'This is the older ONLYOFFICE Workspace, which Keepwatch cannot watch. It needs a DocSpace portal.',
  ),
  'refused.address.noSuchHost': message(
    'No server has this address. Check the spelling; copy it from your browser’s address bar.',
  ),
  'refused.address.lookupFailed': message(
    'This address cannot be looked up now. Check the spelling and this machine’s network.',
  ),
  'refused.address.unreachable': message(
    'No server answers at this address. Check the address, the port and your network.',
  ),
  'refused.address.timeout': message(
    'The server does not answer in time. Try again, or check whether it opens in your browser.',
  ),
  'refused.address.encryption': message(
    'The server does not offer a secure connection that works. Check the address; write http:// only on your own network.',
  ),
  'refused.address.certificate.untrusted': message(
    'The server’s certificate is not trusted by this system. Ask the portal’s administrator for one that is.',
  ),
  'refused.address.certificate.expired': message(
    'The server’s certificate has expired. Ask the portal’s administrator for a new one, or check this machine’s clock.',
  ),
  'refused.address.certificate.wrongHost': message(
    'The server’s certificate is made for another address. Use the address that your browser shows.',
  ),
  'refused.address.certificate.selfSigned': message(
    'The server vouches for its certificate itself. Ask the portal’s administrator for one that this system trusts.',
  ),
  'refused.address.certificate.notYetValid': message(
    'The server’s certificate is not valid yet. Check this machine’s clock, or ask the portal’s administrator.',
  ),
  'refused.address.certificate.revoked': message(
    'The server’s certificate was revoked. Ask the portal’s administrator for a new one.',
  ),
  'refused.address.certificate.changed': message(
    'The server shows another certificate than the one that you trusted. Connect again to look at it.',
  ),
  'refused.address.certificate.unverifiable': message(
    'This system cannot verify that certificate by itself. Ask the portal’s administrator for one that this system trusts.',
  ),
  'refused.address.oldEncryption': message(
    'The server offers only encryption of another time (TLS 1.0 or 1.1), which is not safe any more. Ask its administrator to update it.',
  ),
  'refused.address.notDocSpace': message(
    'What answers at this address is not DocSpace. Copy the address from your browser.',
  ),
  'refused.address.notThere': message(
    'Nothing of a portal is at this address. Check it; if it is right, the portal is suspended: ask its owner.',
  ),
  'refused.address.forbidden': message(
    'The server lets nobody in from here. Ask the portal’s administrator to allow this network.',
  ),
  'refused.address.unpaid': message('The portal’s plan is not paid. Ask its owner; then connect again.'),
  'refused.address.serviceDown': message(
    'The portal is there, but its service does not answer now. Try again in a few minutes.',
  ),
  'refused.address.rateLimited': message(
    'The portal asks to wait before more questions. Try again in a minute.',
  ),
  'refused.address.proxy.unreached': message<{ proxy: string }>(
    'The proxy {proxy}, which this system is set to use, does not answer. Check this system’s proxy settings.',
  ),
  'refused.address.proxy.signIn': message<{ proxy: string }>(
    'The proxy {proxy} asks for a user name and a password. Enter them in the settings, under Proxy.',
  ),
  'refused.address.proxy.signInRefused': message<{ proxy: string }>(
    'The proxy {proxy} refuses the user name or the password. Enter them again in the settings, under Proxy.',
  ),
  'refused.address.proxy.method': message<{ proxy: string }>(
    'The proxy {proxy} wants a sign-in that Keepwatch does not know (NTLM or Kerberos). Ask its administrator for one with user name and password.',
  ),
  'refused.address.proxy.kind': message<{ proxy: string }>(
    'This system is set to use {proxy}, a kind of proxy that Keepwatch does not know. An HTTP proxy would do.',
  ),
  'refused.address.proxy.refused': message<{ proxy: string; code: string }>(
    'The proxy {proxy} does not let Keepwatch through to this address ({code}). Check the address, or ask the proxy’s administrator.',
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
  'refused.unreached': message('The portal could not be asked'),
  'refused.right': message('This key may not see backups'),
  'refused.right.keyLimited': message(
    'It is limited to other things. Make a read-only key for everything, as an owner or administrator of the portal.',
  ),
  'refused.right.notAdministrator': message(
    'It belongs to somebody who is not an administrator. Ask an owner or administrator of the portal to make a read-only key.',
  ),
  'refused.right.unknown': message(
    'Make a read-only key for everything, as an owner or administrator of the portal.',
  ),
  'refused.right.restoring': message('The portal is being restored'),
  'refused.right.restoringNext': message(
    'Wait until it is done. The key may be dead afterwards; then make a new one.',
  ),
  'refused.right.busy': message('The portal is closed for now'),
  'refused.right.busyNext': message('It is being moved or encrypted. Try again when it is done.'),
  'refused.right.suspended': message('The portal is suspended'),
  'refused.right.suspendedNext': message('Ask its owner. It can be watched when it is active again.'),
  'refused.right.addressBlocked': message('The portal does not accept this network'),
  'refused.right.addressBlockedNext': message(
    'It takes calls from certain addresses only. Ask its administrator to allow this one.',
  ),
  'refused.right.failure': message('The portal could not be asked about backups'),
  'refused.right.failureNext': message<{ code: string }>(
    'It answered with an error ({code}). Try again in a few minutes.',
  ),
  'refused.right.unpaid': message('The portal’s plan is not paid'),
  'refused.right.unpaidNext': message('Ask the portal’s owner; then connect again.'),
  'refused.notSaved': message('The key could not be kept'),
  'refused.notSavedNext': message(
    'This system’s keyring or disk refused it. Check that the disk is not full, and try again.',
  ),
};
