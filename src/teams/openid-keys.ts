// Reads the public keys that sign incoming activities from an OpenID metadata document. When to read them, and for how
// long they hold, is decided in signing-keys.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod/v4';
import { isLoopbackUrl } from './service-url';

export const KEY_FETCH_DEADLINE_MS = 5_000;
export const KEY_DOCUMENT_MAX_BYTES = 512 * 1024;
export const KEYS_MAX = 100;
const MIN_MODULUS_BITS = 2048;

export interface SigningKey {
  key: KeyObject;
  /** Channels whose activities the key may sign; null when the document says nothing about it. */
  endorsements: readonly string[] | null;
}

/** Keys by `kid`. */
export type SigningKeySet = ReadonlyMap<string, SigningKey>;

const metadataDocument = z.looseObject({ jwks_uri: z.url() });
const keyDocument = z.looseObject({ keys: z.array(z.unknown()).max(KEYS_MAX) });
const publishedKey = z.looseObject({
  kid: z.string().min(1),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  use: z.literal('sig').optional(),
  endorsements: z.array(z.string()).optional(),
});

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > KEY_DOCUMENT_MAX_BYTES) throw new Error('the key document is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function readJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (response.status !== 200) throw new Error(`the key document was answered with ${response.status}`);
  return JSON.parse(await readLimited(response));
}

function importKey(published: unknown): [string, SigningKey] | null {
  const read = publishedKey.safeParse(published);
  if (!read.success) return null;
  const { kid, kty, n, e, endorsements } = read.data;
  const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_MODULUS_BITS) return null;
  return [kid, { key, endorsements: endorsements ?? null }];
}

/** https alone, unless the metadata itself comes from this machine; then its keys must as well. */
function mayReadKeysFrom(jwksUrl: string, metadataUrl: string): boolean {
  return isLoopbackUrl(metadataUrl) ? isLoopbackUrl(jwksUrl) : new URL(jwksUrl).protocol === 'https:';
}

/** Keys that are no RSA signing keys of at least 2048 bits are left out. Throws when no usable key could be read. */
export async function fetchSigningKeys(metadataUrl: string): Promise<SigningKeySet> {
  const signal = AbortSignal.timeout(KEY_FETCH_DEADLINE_MS);
  const { jwks_uri: jwksUrl } = metadataDocument.parse(await readJson(metadataUrl, signal));
  if (!mayReadKeysFrom(jwksUrl, metadataUrl))
    throw new Error('the key document lies at an address that is not allowed');
  const { keys } = keyDocument.parse(await readJson(jwksUrl, signal));
  const usable = keys.map(importKey).filter((entry) => entry !== null);
  if (usable.length === 0) throw new Error('the key document holds no usable key');
  return new Map(usable);
}
