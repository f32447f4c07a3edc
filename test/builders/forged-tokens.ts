// Every way we know of to write an Authorization header that the Connector did not send, each wrong in one thing alone.
import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { TOKEN_MAX_CHARS } from '../../src/teams/bearer-token';
import { ISSUER, published, signed, type KeyPair } from '../fakes/fake-connector-keys';

type Claims = Record<string, unknown>;

export interface Forger {
  botId: string;
  /** Published and endorsed for Teams: what it signs is good but for the one thing that is forged. */
  key: KeyPair;
  /** Published nowhere. */
  foreign: KeyPair;
  /** Published, for another channel of the Connector. */
  unendorsed: KeyPair;
  /** An address of the key server that a token may try to name. */
  keysUrl: string;
  /** Good claims, but for `more`. */
  claims(more?: Claims): Claims;
  nowSeconds: number;
}

const EMULATOR_ISSUER = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What each is called, and the header; undefined = no header. */
export function forgedTokens(forger: Forger): [kind: string, header: string | undefined][] {
  return [
    ...noTokens(forger),
    ...brokenTokens(forger),
    ...wrongAlgorithms(forger),
    ...wrongKeys(forger),
    ...wrongClaims(forger),
  ];
}

const goodToken = ({ key, claims }: Forger) => signed(key, claims());
const partsOf = (token: string): [string, string, string] => {
  const [head = '', payload = '', signature = ''] = token.split('.');
  return [head, payload, signature];
};

function noTokens(forger: Forger): [string, string | undefined][] {
  const good = goodToken(forger);
  return [
    ['no header at all', undefined],
    ['an empty header', ''],
    ['an empty bearer', 'Bearer '],
    ['a scheme without a space', `Bearer${good}`],
    ['basic authentication', `Basic ${Buffer.from(`${forger.botId}:x`).toString('base64')}`],
    ['a good token under another scheme', `JWT ${good}`],
    ['two tokens', `Bearer ${good}, Bearer ${good}`],
    ['a token with something behind it', `Bearer ${good} x`],
    ['a token too long to be one', `Bearer ${good}${'A'.repeat(TOKEN_MAX_CHARS)}`],
    ['garbage', 'Bearer !!!.???.***'],
    ['base64 of no JSON', 'Bearer AAAA.AAAA.AAAA'],
  ];
}

function brokenTokens(forger: Forger): [string, string][] {
  const good = goodToken(forger);
  const [head, payload, signature] = partsOf(good);
  const later = encoded(forger.claims({ exp: forger.nowSeconds + 9_999 }));
  return [
    ['two parts', `Bearer ${head}.${payload}`],
    ['an empty signature', `Bearer ${head}.${payload}.`],
    ['a truncated signature', `Bearer ${good.slice(0, -40)}`],
    ['a payload changed after signing', `Bearer ${head}.${later}.${signature}`],
    [
      'a header changed after signing',
      `Bearer ${encoded({ alg: 'RS256', kid: forger.key.kid, x: 1 })}.${payload}.${signature}`,
    ],
  ];
}

function hmacWithPublicKey({ key, claims }: Forger): string {
  const pem = key.publicKey.export({ type: 'spki', format: 'pem' });
  const head = `${encoded({ alg: 'HS256', typ: 'JWT', kid: key.kid })}.${encoded(claims())}`;
  return `${head}.${createHmac('sha256', pem).update(head).digest('base64url')}`;
}

function wrongAlgorithms(forger: Forger): [string, string][] {
  const { key, claims } = forger;
  const [, payload, signature] = partsOf(goodToken(forger));
  const otherwise = (algorithm: jwt.Algorithm) =>
    jwt.sign(claims(), key.privateKey, { algorithm, noTimestamp: true, keyid: key.kid });
  return [
    ['alg none', `Bearer ${encoded({ alg: 'none', kid: key.kid })}.${payload}.AA`],
    ['alg None with a good signature', `Bearer ${encoded({ alg: 'None', kid: key.kid })}.${payload}.${signature}`],
    ['HS256 keyed with the public key', `Bearer ${hmacWithPublicKey(forger)}`],
    ['RS384 by the right key', `Bearer ${otherwise('RS384')}`],
    ['RS512 by the right key', `Bearer ${otherwise('RS512')}`],
    ['PS256 by the right key', `Bearer ${otherwise('PS256')}`],
  ];
}

function wrongKeys(forger: Forger): [string, string][] {
  const { key, foreign, unendorsed, claims, keysUrl } = forger;
  const by = (pair: KeyPair, header: Claims = {}) => `Bearer ${signed(pair, claims(), header)}`;
  const nameless = jwt.sign(claims(), key.privateKey, { algorithm: 'RS256', noTimestamp: true });
  return [
    ['no kid', `Bearer ${nameless}`],
    ['an unknown kid', by({ ...key, kid: 'nobody' })],
    ['a foreign key under a known kid', by({ ...foreign, kid: key.kid })],
    ['a foreign key that brings itself (jwk)', by(foreign, { jwk: published(foreign) })],
    ['a good token that names a key elsewhere (jku)', by(key, { jku: `${keysUrl}/forged` })],
    ['a good token that carries a key (jwk)', by(key, { jwk: published(key) })],
    ['a good token with x5u', by(key, { x5u: `${keysUrl}/forged` })],
    ['a good token with x5c', by(key, { x5c: ['MIIB'] })],
    ['a good token with critical rules', by(key, { crit: ['b64'] })],
    ['a key without the msteams endorsement', by(unendorsed)],
  ];
}

function wrongClaims({ botId, key, claims, nowSeconds }: Forger): [string, string][] {
  const saying = (more: Claims) => `Bearer ${signed(key, claims(more))}`;
  const without = (name: string) => Object.fromEntries(Object.entries(claims()).filter(([claim]) => claim !== name));
  const lacking = (name: string, more: Claims = {}) => `Bearer ${signed(key, { ...without(name), ...more })}`;
  return [
    ['a token expired beyond the tolerance', saying({ exp: nowSeconds - 301 })],
    ['a token without an end', lacking('exp')],
    ['a token of the future', saying({ nbf: nowSeconds + 400 })],
    ['another issuer', saying({ iss: 'https://login.example' })],
    ['the issuer with a slash', saying({ iss: `${ISSUER}/` })],
    ['the issuer of the Bot Framework Emulator', saying({ iss: EMULATOR_ISSUER })],
    ['the issuer of another cloud', saying({ iss: 'https://api.botframework.us' })],
    ['no issuer', lacking('iss')],
    ['another audience', saying({ aud: '00000000-0000-0000-0000-000000000001' })],
    ['an audience among several', saying({ aud: [botId, 'other'] })],
    ['the bot as appid instead of audience', lacking('aud', { appid: botId })],
    ['no serviceurl', lacking('serviceurl')],
    ['an empty serviceurl', saying({ serviceurl: '' })],
    ['a serviceurl of another conversation', saying({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
  ];
}
