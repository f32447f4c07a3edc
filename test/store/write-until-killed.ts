// A process that commits alerts, audit rows and sends without end, and prints what it was told is durable.
import { openStore } from '../../src/store/open-store';
import { alertId, anAlert } from '../builders/alert';
import { HOME_TENANT } from '../builders/people';
import { decided } from '../contracts/decisions';

const [dataDir = '', from = '0'] = process.argv.slice(2);
const common = { databaseUrl: null, storeKey: null, pseudonymKey: null, leaseMs: 30_000 };

async function main(): Promise<void> {
  const store = await openStore({ ...common, dataDir, tenantId: HOME_TENANT, holder: `writer from ${from}` });
  await store.cardOutbox.recover(Date.now(), true);
  for (let seed = Number(from); ; seed += 1) {
    await store.alertLog.commit({ decisions: [decided(anAlert({ id: alertId(seed) }))] });
    const entry = { action: 'alert.start', outcome: 'intended', cardRef: null, reason: null } as const;
    const seq = await store.auditTrail.append({ ...entry, actorObjectId: 'someone', alertNumber: seed }, Date.now());
    const send = await store.cardOutbox.claim([], Date.now());
    const marked = send !== null && (await store.cardOutbox.markSending(send, `ref-${seed}`, Date.now()));
    process.stdout.write(`${JSON.stringify({ seed, seq, marked })}\n`);
    if (!send || seed % 3 === 0) continue;
    const posted = { conversationId: 'c', activityId: `of ref-${seed}` };
    await store.cardOutbox.settle(send, { is: 'sent', posted }, Date.now());
    process.stdout.write(`${JSON.stringify({ seed, settled: true })}\n`);
  }
}

void main();
