// What the token gate refuses by a token's own words, before it looks for a key; and that no proof outlives its token.
import jwt from 'jsonwebtoken';
import { TOKEN_MAX_CHARS } from '../../src/teams/bearer-token';
import { SigningKeys } from '../../src/teams/signing-keys';
import { CLOCK_TOLERANCE_SECONDS, TokenGate } from '../../src/teams/token-gate';
import { SECOND, START_MS } from '../builders/instants';
import { FakeClock } from '../fakes/fake-clock';
import { claimsFor, ISSUER, keyPair, signed } from '../fakes/fake-connector-keys';
import { FakeLogger } from '../fakes/fake-logger';

const BOT_ID = '5b0f8f0c-9a83-4b57-8a38-0f6f0c7f5d11';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const pair = keyPair('teams-1');
const now = START_MS / 1000;

function gateWithKeys() {
  const clock = new FakeClock('stands');
  let asked = 0;
  const published = new Map([[pair.kid, { key: pair.publicKey, endorsements: ['msteams'] }]]);
  const keys = new SigningKeys(async () => ((asked += 1), published), clock, new FakeLogger());
  const gate = new TokenGate({ botId: BOT_ID, issuer: ISSUER, keys, clock });
  return { gate, clock, asked: () => asked };
}

const bearer = (more: Record<string, unknown> = {}) => `Bearer ${signed(pair, claimsFor(BOT_ID, SERVICE_URL, more))}`;
const ofAlgorithm = (algorithm: jwt.Algorithm) =>
  `Bearer ${jwt.sign(claimsFor(BOT_ID, SERVICE_URL), pair.privateKey, { algorithm, noTimestamp: true, keyid: pair.kid })}`;

it.each([
  ['another algorithm', 'token', ofAlgorithm('RS384')],
  ['more text than any token has', 'token', `${bearer()}${'A'.repeat(TOKEN_MAX_CHARS)}`],
  ['no service URL', 'token', bearer({ serviceurl: undefined })],
  ['another audience', 'claims', bearer({ aud: 'somebody-else' })],
  ['another issuer', 'claims', bearer({ iss: 'https://sts.windows.net/other/' })],
  ['an end that is past', 'claims', bearer({ exp: now - CLOCK_TOLERANCE_SECONDS })],
  ['a beginning that is to come', 'claims', bearer({ nbf: now + CLOCK_TOLERANCE_SECONDS + 1 })],
])('a token with %s is refused before any key is asked for', async (_what, reason, authorization) => {
  const { gate, asked } = gateWithKeys();
  expect(await gate.judge(authorization)).toEqual({ is: 'refused', reason });
  expect(asked()).toBe(0);
});

it('a token that was proven is refused once it has ended', async () => {
  const { gate, clock } = gateWithKeys();
  const short = bearer({ exp: now + 60 });
  expect(await gate.judge(short)).toEqual({ is: 'proven', serviceUrl: SERVICE_URL });
  await clock.advance((60 + CLOCK_TOLERANCE_SECONDS) * SECOND);
  expect(await gate.judge(short)).toEqual({ is: 'refused', reason: 'claims' });
});
