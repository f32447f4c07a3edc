// The RSA key with which this Connector signs what it sends to the bot, and the documents a bot checks it by.
// Made anew at every start; a bot fetches the public half from the OpenID routes.
import { createHash, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';

export const TOKEN_ISSUER = 'https://api.botframework.com';
export const TOKEN_LIFETIME_SECONDS = 3600;
/** A token is valid from a little before its making, as clocks differ. */
const NOT_BEFORE_SECONDS = 60;
const KEY_BITS = 2048;

export interface PublishedKeys {
  keys: Record<string, unknown>[];
}

/** Signs tokens and publishes the key they verify with. */
export class SigningKey {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private readonly thumbprint: string;

  constructor(private readonly now: () => number) {
    const pair = generateKeyPairSync('rsa', { modulusLength: KEY_BITS });
    this.privateKey = pair.privateKey;
    this.publicKey = pair.publicKey;
    const der = pair.publicKey.export({ type: 'spki', format: 'der' });
    this.thumbprint = createHash('sha1').update(der).digest('base64url');
  }

  /** A bearer token for one activity: audience is the bot's app id, `serviceurl` the activity's own. */
  tokenFor(appId: string, serviceUrl: string): string {
    const seconds = Math.floor(this.now() / 1000);
    const claims = {
      iss: TOKEN_ISSUER,
      aud: appId,
      serviceurl: serviceUrl,
      nbf: seconds - NOT_BEFORE_SECONDS,
      exp: seconds + TOKEN_LIFETIME_SECONDS,
    };
    return jwt.sign(claims, this.privateKey, {
      algorithm: 'RS256',
      keyid: this.thumbprint,
      header: { alg: 'RS256', typ: 'JWT', kid: this.thumbprint, x5t: this.thumbprint },
      noTimestamp: true,
    });
  }

  /** JSON Web Key Set; `endorsements` says which channels' activities the key may sign. */
  published(): PublishedKeys {
    const { n, e } = this.publicKey.export({ format: 'jwk' });
    const id = this.thumbprint;
    return { keys: [{ kty: 'RSA', use: 'sig', alg: 'RS256', kid: id, x5t: id, n, e, endorsements: ['msteams'] }] };
  }
}
