// The signing side of a Bot Connector: keys it publishes on a loopback address and tokens made with them.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';
import { START_MS } from '../builders/instants';

export const ISSUER = 'https://api.botframework.com';

export interface KeyPair {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

export function keyPair(kid: string): KeyPair {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

export function published({ kid, publicKey }: KeyPair, more: Record<string, unknown> = {}): Record<string, unknown> {
  const { n, e } = publicKey.export({ format: 'jwk' });
  return { kty: 'RSA', use: 'sig', kid, n, e, endorsements: ['msteams', 'webchat'], ...more };
}

/** Claims of a token made at `START`, for this bot and service URL. */
export function claimsFor(
  botId: string,
  serviceUrl: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const seconds = START_MS / 1000;
  return { iss: ISSUER, aud: botId, serviceurl: serviceUrl, nbf: seconds - 60, exp: seconds + 3600, ...more };
}

export function signed(pair: KeyPair, claims: Record<string, unknown>, header: Record<string, unknown> = {}): string {
  return jwt.sign(claims, pair.privateKey, {
    algorithm: 'RS256',
    noTimestamp: true,
    header: { alg: 'RS256', typ: 'JWT', kid: pair.kid, ...header },
  });
}

/** Serves the two documents; every request is counted. */
export class FakeConnectorKeys {
  keys: Record<string, unknown>[] = [];
  requests = 0;
  status = 200;
  /** Replaces the address of the key document. */
  jwksUri: string | null = null;
  private readonly server: Server = createServer((request, response) => {
    this.requests += 1;
    const isMetadata = request.url === '/openid';
    const body = isMetadata ? { issuer: ISSUER, jwks_uri: this.jwksUri ?? `${this.url}/keys` } : { keys: this.keys };
    response.writeHead(this.status, { 'content-type': 'application/json', connection: 'close', location: '/openid' });
    response.end(JSON.stringify(body));
  });

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get metadataUrl(): string {
    return `${this.url}/openid`;
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
