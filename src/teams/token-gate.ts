// Proves that a request comes from the Bot Connector and is meant for this bot. It stands in front of the bot packages,
// whose own check takes more algorithms, more issuers and tokens that name no service URL.
import jwt from 'jsonwebtoken';
import { readBearerToken, type TokenClaims, type UnprovenToken } from './bearer-token';
import type { SigningKey } from './openid-keys';
import { ProvenSignatures } from './proven-signatures';
import type { SigningKeys } from './signing-keys';
import type { Clock } from '../ports/clock';

export const CLOCK_TOLERANCE_SECONDS = 300;
const CHANNEL = 'msteams';

export type TokenVerdict =
  | { is: 'proven'; serviceUrl: string }
  | { is: 'refused'; reason: 'token' | 'claims' | 'signature' }
  /** The keys to prove it by could not be had. */
  | { is: 'undecided' };

export interface TokenGateOptions {
  botId: string;
  issuer: string;
  keys: SigningKeys;
  clock: Pick<Clock, 'now'>;
}

const refused = (reason: 'token' | 'claims' | 'signature'): TokenVerdict => ({ is: 'refused', reason });

export class TokenGate {
  private readonly signatures = new ProvenSignatures();

  constructor(private readonly options: TokenGateOptions) {}

  /** Decides on the Authorization header alone; the service URL it proves is compared with the body by the caller. */
  async judge(authorization: string | undefined): Promise<TokenVerdict> {
    const token = readBearerToken(authorization);
    if (token === null) return refused('token');
    // Unproven yet, but a token that would be refused anyway must not make us ask for keys.
    if (!this.claimsFit(token.claims)) return refused('claims');
    const lookup = await this.options.keys.find(token.kid);
    if (lookup.is === 'noKeys') return { is: 'undecided' };
    if (lookup.is === 'unknown' || !isEndorsed(lookup.key)) return refused('signature');
    return this.signatures.holds(token.encoded, lookup.key, () => this.isSigned(token, lookup.key))
      ? { is: 'proven', serviceUrl: token.claims.serviceurl }
      : refused('signature');
  }

  private nowSeconds(): number {
    return Math.floor(this.options.clock.now() / 1000);
  }

  private claimsFit(claims: TokenClaims): boolean {
    const now = this.nowSeconds();
    if (claims.iss !== this.options.issuer || claims.aud !== this.options.botId) return false;
    return claims.exp > now - CLOCK_TOLERANCE_SECONDS && (claims.nbf ?? now) <= now + CLOCK_TOLERANCE_SECONDS;
  }

  private isSigned(token: UnprovenToken, signingKey: SigningKey): boolean {
    try {
      jwt.verify(token.encoded, signingKey.key, {
        algorithms: ['RS256'],
        issuer: this.options.issuer,
        audience: this.options.botId,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        clockTimestamp: this.nowSeconds(),
      });
      return true;
    } catch {
      return false;
    }
  }
}

function isEndorsed(key: SigningKey): boolean {
  return key.endorsements === null || key.endorsements.includes(CHANNEL);
}
