import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store';
import { Untrusted } from '../../src/domain/untrusted';
import { changed } from '../builders/alert';
import { afterStart, START_MS } from '../builders/instants';
import { ANALYST, SUBJECT } from '../builders/people';
import { CHANNEL, claimed, commitAlert, decidedAgain } from '../contracts/decisions';
import type { StoreUnderTest } from '../contracts/store-under-test';
import { embeddedAt, placesForStores } from './embedded-places';

const CANARY = 'canary';
/** Whatever says who an alert is about, who works on it, or opens a card. */
const SECRETS = {
  subject: Object.values(SUBJECT),
  owner: 'owner-canary@fabrikam.example',
  changer: 'changer-canary',
  ref: 'ref-canary-0123456789',
  analyst: ANALYST.objectId,
  serviceUrl: 'https://canary.example/',
  facts: 'facts-canary',
  click: 'click-canary',
  asked: 'asked-canary',
  question: 'question-canary',
  hunt: 'hunt-canary',
  query: 'query-canary',
  window: 'window-canary',
};

async function fill(store: StoreUnderTest): Promise<void> {
  const who = Untrusted.of(SECRETS.changer);
  const alert = await commitAlert(store, 1, { alertWebUrl: `https://security.microsoft.com/${CANARY}` });
  const after = changed(alert, { assignedTo: Untrusted.of(SECRETS.owner) });
  const lastChange = { what: 'assign', who, at: afterStart(0) } as const;
  await store.alertLog.commit({ decisions: [decidedAgain(alert, after, { lastChange })] });
  const send = await claimed(store);
  await store.cardOutbox.markSending(send, SECRETS.ref, START_MS);
  await store.openForms.open(send.cardId ?? 0, SECRETS.analyst ?? '', { form: 'comment' }, START_MS);
  const { serviceUrl, analyst } = SECRETS;
  const place = { kind: 'personal', serviceUrl, tenantId: 'x', teamId: null, botId: '28:x' } as const;
  await store.conversationBook.remember({ ...place, channel: 'a:1', personObjectId: analyst }, START_MS);
  await store.conversationBook.subscribe(CHANNEL, { severity: [], policy: null }, analyst ?? '', START_MS);
  await store.clickLog.take([SECRETS.click], START_MS, 60_000);
  await store.clickLog.keep([SECRETS.click], { outcome: 'intended', facts: SECRETS.facts });
  const question = { kind: 'hunting', channel: CHANNEL, conversationId: CHANNEL, until: START_MS + 60_000 } as const;
  const asked = { ref: SECRETS.asked, askerObjectId: analyst ?? '', facts: SECRETS.question };
  await store.askedBook.keep({ ...question, ...asked }, START_MS);
  await store.expiryBook.stands(SECRETS.asked, '1763878999000');
  const where = { channel: CHANNEL, conversationId: CHANNEL, alertNumber: null };
  await store.huntLog.begin({ id: 'a hunt', action: SECRETS.hunt, askerObjectId: analyst ?? '', ...where }, START_MS);
  const window = { from: SECRETS.window, to: SECRETS.window };
  await store.huntLog.note('a hunt', { sent: { queryHash: SECRETS.query, window } });
  const act = { action: 'alert.start', outcome: 'applied', alertNumber: 1000, cardRef: null, reason: null } as const;
  await store.auditTrail.append({ ...act, actorObjectId: analyst }, START_MS);
}

describe('the files of a store', () => {
  const place = placesForStores();

  it('hold nobody’s name, identifiers or references in the clear', async () => {
    const dataDir = place();
    const opened = await openStore(embeddedAt(dataDir, { now: () => START_MS }));
    const store = {
      ...opened,
      clock: { now: START_MS },
      outboxOf: () => opened.cardOutbox,
      huntLogOf: () => opened.huntLog,
    };
    await fill(store);
    const files = readdirSync(dataDir).filter((file) => file !== 'store.key');
    const bytes = files.map((file) => readFileSync(join(dataDir, file)).toString('latin1').toLowerCase()).join('');
    await opened.close();
    const words = [
      ...SECRETS.subject,
      ...Object.values(SECRETS).filter((secret) => typeof secret === 'string'),
      CANARY,
    ];
    expect(words.filter((word) => word !== null && bytes.includes(word.toLowerCase()))).toEqual([]);
    expect(bytes).toContain('alert.start');
  });

  it('show no key when the store is printed', async () => {
    const dataDir = place();
    const secret = 'a store key that nobody prints';
    const store = await openStore(embeddedAt(dataDir, { storeKey: secret, pseudonymKey: 'the pseudonym canary' }));
    const seen = new Set<unknown>();
    const text = (value: unknown): string => {
      if (typeof value !== 'object' || value === null) return String(value);
      if (seen.has(value)) return '';
      seen.add(value);
      return Object.values(value).map(text).join(' ');
    };
    const printed = text(store);
    await store.close();
    expect(printed).not.toContain(secret);
    expect(printed).not.toContain('pseudonym canary');
    expect(printed).toContain('this test');
  });
});
