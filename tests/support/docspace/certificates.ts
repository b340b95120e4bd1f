import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { day } from '../../../src/core/base/time.ts';

/** A private key and its certificate, both in PEM. */
export type Certificate = {
  key: string;
  certificate: string;
  /** SHA-256, as `aa:bb:…` in capitals: what a pin compares. */
  fingerprint: string;
};

export type CertificateOptions = {
  /** Whose signature it bears; absent: its own. */
  authority?: Certificate;
  /** The names and addresses it is good for. */
  hosts?: string[];
  validFrom?: Date;
  validTo?: Date;
};

const localHosts = ['localhost', '127.0.0.1'];

/** Makes a certificate for this machine: self-signed, or signed by an authority. Elliptic keys: they are made fast. */
export async function makeCertificate(options: CertificateOptions = {}): Promise<Certificate> {
  const { authority, hosts = localHosts, validFrom = new Date(Date.now() - day) } = options;
  const made = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    ...ellipticKey,
    notBeforeDate: validFrom,
    notAfterDate: options.validTo ?? new Date(validFrom.getTime() + 90 * day),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map(alternativeName) },
    ],
    ...(authority ? { ca: { key: authority.key, cert: authority.certificate } } : {}),
  });
  return certificateOf(made.private, made.cert);
}

/** One whose time has run out yesterday. */
export function makeExpiredCertificate(options: CertificateOptions = {}): Promise<Certificate> {
  const now = Date.now();
  return makeCertificate({ ...options, validFrom: new Date(now - 30 * day), validTo: new Date(now - day) });
}

/** One that is good for another host only. */
export function makeWrongHostCertificate(options: CertificateOptions = {}): Promise<Certificate> {
  return makeCertificate({ ...options, hosts: ['elsewhere.example'] });
}

/** Makes a small authority, like a company's own. */
export async function makeAuthority(name = 'Keepwatch test authority'): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    ...ellipticKey,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return certificateOf(made.private, made.cert);
}

const ellipticKey = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

function certificateOf(key: string, certificate: string): Certificate {
  return { key, certificate, fingerprint: new X509Certificate(certificate).fingerprint256 };
}

function alternativeName(host: string): { type: 2; value: string } | { type: 7; ip: string } {
  return /^[\d.]+$|:/.test(host) ? { type: 7, ip: host } : { type: 2, value: host };
}
