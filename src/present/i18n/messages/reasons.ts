import { message } from '../message.ts';

/** Why it is so, what to do, and the facts of a portal. */
export const reasons = {
  // Why it is so.
  'why.noLink': message('The archive is in the portal’s own storage.'),
  'why.elsewhereHost': message<{ host: string }>('The archive is on {host}.'),
  'why.gaps': message('Some files are missing.'),
  'why.problem': message('The archive was made, but the portal reported an error afterwards.'),
  'why.failed.noReason': message('The portal gave no reason.'),
  'why.unknown': message('It is not in the portal’s list of backups.'),
  'why.unlisted': message('It is not in the portal’s list of backups: its archive may have been removed.'),
  'why.reached': message<{ percent: string }>('It had reached {percent}.'),
  'why.gone': message(
    'The portal’s list of backups, which shows how it ended, cannot be read now. Keepwatch keeps trying.',
  ),
  'why.settling': message('Keepwatch is asking the portal how it ended.'),
  'why.stuck': message<{ span: string }>('No progress for {span}.'),
  'why.stuckUnlike': message<{ span: string; before: string }>(
    'No progress for {span}; the last backups went on within {before}.',
  ),
  'why.stuckWaiting': message('The server has not taken it up.'),
  'why.stuckUploading': message<{ span: string }>('Its archive has been uploading for {span}.'),
  'why.stuckUploadingUnlike': message<{ span: string; before: string }>(
    'Its archive has been uploading for {span}; the last uploads took {before} at most.',
  ),
  'why.keyringClosed': message(
    'The key is encrypted with this system’s keyring, which is locked or not running.',
  ),
  'why.keyMissing': message('The stored key can no longer be read.'),
  'why.keyMissing.never': message('It was imported, and keys are never exported.'),
  'why.keyRefused': message(
    'The portal refuses the key: it was revoked, it has expired, or a restore removed it.',
  ),
  'why.keyRestored': message('The portal was restored from a backup, which removes API keys.'),
  'why.keyExpired': message('The key has expired.'),
  'why.keyEnds': message<{ when: string }>(
    'It works until {when}. After that Keepwatch cannot see this portal’s backups.',
  ),
  'why.noRight': message('The portal does not let this key see backups.'),
  'why.keyLimited': message('The key’s permissions do not cover backups.'),
  'why.notAdministrator': message('The key’s owner is not an administrator of the portal.'),
  'why.restoring': message('The portal is being restored from a backup.'),
  'why.busy': message('The portal is unavailable while it is being moved or encrypted.'),
  'why.suspended': message('The portal was suspended, or it no longer exists.'),
  'why.addressBlocked': message('The portal accepts requests from certain IP addresses only.'),
  'why.workspace': message(
    'The older ONLYOFFICE Workspace answers at the portal’s address, and Keepwatch cannot watch it.',
  ),
  'why.unpaid': message('The portal answers that a paid plan is needed.'),
  'why.certificate.selfSigned': message('The portal has a self-signed certificate.'),
  'why.certificate.untrusted': message(
    'The portal’s certificate is from an authority that this system does not trust.',
  ),
  'why.certificate.expired': message('The portal’s certificate has expired.'),
  'why.certificate.notYetValid': message(
    'The portal’s certificate is not valid yet, or this system’s clock is wrong.',
  ),
  'why.certificate.wrongHost': message('The portal’s certificate is for another host name.'),
  'why.certificate.revoked': message('The portal’s certificate was revoked.'),
  'why.noSuchHost': message('DNS has no address for the portal’s host name.'),
  'why.lookupFailed': message('The DNS server does not answer for the portal’s host name.'),
  'why.refused': message('Its server refuses the connection.'),
  'why.unreachable': message('Its server cannot be reached.'),
  'why.noConnection': message('The connection to its server times out.'),
  'why.timeout': message('Its server takes the request, but its answer times out.'),
  'why.stalled': message('Its answer begins, but times out before its end.'),
  'why.cut': message('Its server closes the connection without an answer.'),
  'why.truncated': message('The connection breaks off in the middle of the answer.'),
  'why.encryption': message('No encrypted connection (TLS) can be established.'),
  'why.portalDown': message('A gateway answers in its place: the portal behind it does not respond.'),
  'why.serviceDown': message('The portal answers, but its backup service does not.'),
  'why.notThere': message('The portal answers, but it has no backup service (404).'),
  'why.redirected': message('It redirects to another address, and Keepwatch does not send the key there.'),
  'why.redirectedTo': message<{ host: string }>(
    'It redirects to {host}, and Keepwatch does not send the key there.',
  ),
  'why.ownPage': message(
    'Its server redirects to a page of its own, such as a sign-in or maintenance page, and gives no answer.',
  ),
  'why.downgrade': message(
    'It redirects to an address without encryption, and Keepwatch does not send the key there.',
  ),
  'why.notDocSpace': message('A web page or another product answers at its address.'),
  'why.tooLarge': message('The answer is too large to be from DocSpace.'),
  'why.unexpected': message('This is not an answer from DocSpace.'),
  'why.unreadable': message('Keepwatch does not understand what the portal answers about its backups.'),
  'why.serverError': message('The portal answers requests about its backups with a server error.'),
  'why.keyAccepted': message(
    'The portal refuses the key for requests about its backups, but accepts it for others.',
  ),
  'why.askedToWait': message('The portal asks to wait before the next request.'),
  'why.rateLimited': message('The owner of this key has sent too many requests.'),
  'why.overdue': message<{ when: string }>('Last finished backup: {when}.'),
  'why.overdue.none': message('No finished backup is known.'),
  'why.scheduleGone': message('The portal starts no backups by itself any more.'),
  'why.certificateChanged': message('The portal’s certificate is not the one that you trusted.'),
  'why.oldEncryption': message(
    'The portal offers only outdated encryption (TLS 1.0 or 1.1), which is no longer safe.',
  ),
  'why.proxySignIn': message('This system’s proxy requires authentication (user name and password).'),
  'why.proxySignInRefused': message('This system’s proxy refuses the user name or the password.'),
  'why.proxyMethod': message(
    'This system’s proxy requires an authentication that Keepwatch does not support (NTLM or Kerberos).',
  ),
  'why.proxyKind': message('This system’s proxy is of a kind that Keepwatch does not support (SOCKS).'),
  'why.proxyUnreached': message('This system’s proxy does not answer.'),
  'why.proxyUntrusted': message('The certificate of this system’s proxy is not trusted.'),
  'why.proxyUnresolved': message('This system’s proxy script (PAC) does not say which proxy to use.'),
  'why.proxyRefused': message('This system’s proxy does not allow connections to the portal.'),

  // What to do.
  'next.askedToWait': message('Keepwatch checks again by itself.'),
  'next.restored': message('Its keys may no longer work. If so, make a new one and enter it here.'),
  'next.restoreFailed': message('Open the portal and check what it holds before you use it.'),
  'next.outdated': message('Start one on the portal’s backup page.'),
  'next.overdue': message('Check the portal’s backup schedule.'),
  'next.scheduleGone': message(
    'It may have been deleted by somebody, or by the server for its quota or plan. Look at the portal’s backup page.',
  ),
  'next.gaps': message('The archive lists them in storage/missing_info.'),
  'next.problem': message('Look at the portal’s backup page.'),
  'next.failed': message('Look at the portal’s backup page, then back up again.'),
  'next.unknown': message('Look at its backup page.'),
  'next.stuck': message('The backup service may have stopped. Look at the portal’s backup page.'),
  'next.stuckWaiting': message(
    'The backup service may be stopped, or busy with other portals. Look at the portal’s backup page.',
  ),
  'next.stuckUploading': message(
    'The upload may be slow, or the backup service may have stopped. Look at the portal’s backup page.',
  ),
  'next.keyringClosed': message('Unlock it, and watching goes on.'),
  'next.changeKey': message('Enter it again.'),
  'next.firstKey': message('Enter its key here, and watching begins.'),
  'next.newKey': message('Make a new key in the portal and enter it here.'),
  'next.noRight': message('Make a read-only key for everything, as an owner or administrator of the portal.'),
  'next.restoring': message('The restore may remove the key; then make a new one.'),
  'next.suspended': message('Ask its owner.'),
  'next.addressBlocked': message('Ask its administrator to allow this one.'),
  'next.unpaid': message('Ask the portal’s owner.'),
  'next.workspace': message('Remove it here, or ask the portal’s administrator.'),
  'next.proxySignIn': message('Enter them in the settings.'),
  'next.proxySignInRefused': message('Enter them again in the settings.'),
  'next.proxyMethod': message('Ask its administrator to allow Basic authentication.'),
  'next.proxyKind': message('Use an HTTP proxy.'),
  'next.proxyUnreached': message('Check this system’s proxy settings.'),
  'next.proxyRefused': message('Ask the proxy’s administrator.'),
  'next.certificate': message(
    'Keepwatch sends no key until the certificate is valid. Ask the portal’s administrator.',
  ),
  'next.certificateUnknown': message(
    'Keepwatch sends no key there. View the certificate, or ask the portal’s administrator for one that is trusted.',
  ),
  'next.certificateChanged': message(
    'Keepwatch sends no key there. View the new one; the sign-in page of a network shows its own, too.',
  ),
  'next.oldEncryption': message(
    'Keepwatch sends no key there. Ask the portal’s administrator to update the server.',
  ),
  'next.notDocSpace': message('It may be the sign-in page of a network. See what your browser shows there.'),
  'next.noSuchHost': message(
    'Check this machine’s network. If the portal has a new address, remove it here and add the new one.',
  ),
  'next.network': message('Check this machine’s network.'),
  'next.webServer': message(
    'Its web server may have stopped. If that lasts, ask the portal’s administrator.',
  ),
  'next.noConnection': message('It may be switched off, or a firewall is in the way.'),
  'next.overloaded': message('It may be overloaded. If that lasts, ask the portal’s administrator.'),
  'next.truncated': message('Check this machine’s network. If that lasts, ask the portal’s administrator.'),
  'next.encryption': message(
    'A firewall or proxy may intercept it. If that lasts, ask the portal’s administrator.',
  ),
  'next.administrator': message('If that lasts, ask the portal’s administrator.'),
  'next.notThere': message('Its backup service may be switched off. Ask the portal’s administrator.'),
  'next.redirected': message(
    'It may be the sign-in page of a network. If the portal has moved, remove it and add its new address.',
  ),
  'next.ownPage': message(
    'See what your browser shows there. If that lasts, ask the portal’s administrator.',
  ),
  'next.downgrade': message(
    'A network may intercept the connection. If that lasts, ask the portal’s administrator.',
  ),
  'next.unexpected': message('Something else may answer at this address. See what your browser shows there.'),
  'next.unreadable': message('The portal may be newer than this version of Keepwatch: look for an update.'),
  'next.serverError': message('If that lasts, the server’s log tells its administrator why.'),
  'next.rateLimited': message(
    'Keepwatch checks again by itself. The requests of all programs of one user count together.',
  ),
  'next.trying': message<{ step: string; span: string }>('{step} Keepwatch keeps trying, next in {span}.'),
  'next.tryingNow': message<{ step: string }>('{step} Keepwatch keeps trying.'),

  // Until when a link works.
  'link.until': message<{ when: string }>('Link works until {when}'),
  'link.untilElsewhere': message<{ host: string; when: string }>('Link to {host} works until {when}'),
  'link.untilLeft': message<{ when: string; span: string }>('Link works until {when}, {span} left'),

  // Of a row that says little else.
  'last.finished': message<{ when: string }>('Last finished backup: {when}'),

  // What else a row says.
  'also.lastSeen': message<{ state: string; seen: string }>('Before that: {state}, {seen}'),
  'also.portal': message<{ state: string }>('Portal alone: {state}'),
  'also.server': message<{ state: string }>('Whole server: {state}'),

  // Facts of a portal that is alone in the window.
  'fact.started': message('Started'),
  'fact.next': message('Next backup'),
  'fact.lastFinished': message('Last finished backup'),
  'fact.archive': message('Archive'),
  'fact.linkUntil': message('Link works until'),
  'fact.keyUntil': message('Key works until'),

  // What stays at a portal for as long as it is so.
  'mark.unencrypted': message('This connection is not encrypted.'),
  'mark.unproved': message(
    'Its server redirects from http to https: the key goes nowhere else from now on. If that is wrong, remove the portal here and add it again.',
  ),
  'mark.encryptedSince': message<{ when: string }>(
    'Encrypted (https) since {when}: its server has moved there.',
  ),
};
