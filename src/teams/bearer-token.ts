// Takes the Authorization header of an activity apart without believing any of it. What is wrong in form is refused
// here, before a key is looked for; signatures are checked in token-gate.
import jwt from 'jsonwebtoken';
import { z } from 'zod/v4';

export const TOKEN_MAX_CHARS = 8_192;
const BEARER = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

// A token may not bring its own key or say where one lies, nor ask for rules that we would have to know.
const tokenHeader = z.looseObject({
  alg: z.literal('RS256'),
  kid: z.string().min(1).max(200),
  jku: z.undefined().optional(),
  jwk: z.undefined().optional(),
  x5u: z.undefined().optional(),
  x5c: z.undefined().optional(),
  crit: z.undefined().optional(),
});

const tokenClaims = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().min(1),
});

export type TokenClaims = z.infer<typeof tokenClaims>;

export interface UnprovenToken {
  encoded: string;
  kid: string;
  claims: TokenClaims;
}

/** Null when the header is no single bearer token of the form the Connector sends. */
export function readBearerToken(authorization: string | undefined): UnprovenToken | null {
  if (authorization === undefined || authorization.length > TOKEN_MAX_CHARS) return null;
  const encoded = BEARER.exec(authorization)?.[1];
  const decoded = encoded === undefined ? null : decode(encoded);
  if (encoded === undefined || decoded === null) return null;
  const header = tokenHeader.safeParse(decoded.header);
  const claims = tokenClaims.safeParse(decoded.payload);
  return header.success && claims.success ? { encoded, kid: header.data.kid, claims: claims.data } : null;
}

function decode(encoded: string): jwt.Jwt | null {
  try {
    return jwt.decode(encoded, { complete: true });
  } catch {
    return null;
  }
}
