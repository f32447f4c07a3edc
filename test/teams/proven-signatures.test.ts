// What is remembered of tokens: that a key signed one, never that one is good.
import { generateKeyPairSync } from 'node:crypto';
import { PROVEN_SIGNATURES_MAX, ProvenSignatures } from '../../src/teams/proven-signatures';

const key = () => ({ key: generateKeyPairSync('ed25519').publicKey, endorsements: null });
const [first, second] = [key(), key()];

it('a signature is proven once', () => {
  const signatures = new ProvenSignatures();
  let proofs = 0;
  const prove = () => (proofs += 1) > 0;
  expect(signatures.holds('a.b.c', first, prove)).toBe(true);
  expect(signatures.holds('a.b.c', first, prove)).toBe(true);
  expect(proofs).toBe(1);
});

it('what was not proven is asked again, and so is every other token', () => {
  const signatures = new ProvenSignatures();
  expect(signatures.holds('a.b.c', first, () => false)).toBe(false);
  expect(signatures.holds('a.b.c', first, () => true)).toBe(true);
  expect(signatures.holds('a.b.d', first, () => false)).toBe(false);
});

it('another key under the same name has signed nothing yet', () => {
  const signatures = new ProvenSignatures();
  signatures.holds('a.b.c', first, () => true);
  expect(signatures.holds('a.b.c', second, () => false)).toBe(false);
});

it('the oldest proof makes room', () => {
  const signatures = new ProvenSignatures();
  for (let token = 0; token <= PROVEN_SIGNATURES_MAX; token += 1) signatures.holds(`t${token}`, first, () => true);
  expect(signatures.holds('t1', first, () => false)).toBe(true);
  expect(signatures.holds('t0', first, () => false)).toBe(false);
});
