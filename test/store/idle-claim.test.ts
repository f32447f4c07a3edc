// Looking for sends, several times a second, must leave alone what the store remembers.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContext } from '../../src/store/open-context';
import { SqlCardOutbox } from '../../src/store/sql-card-outbox';
import { START_MS } from '../builders/instants';
import { HOME_TENANT } from '../builders/people';

it('a look for sends that finds none makes nothing old that is remembered', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-'));
  const context = await openContext({
    ...{ databaseUrl: null, dataDir, storeKey: null, pseudonymKey: 'a pseudonym key of the tests' },
    ...{ tenantId: HOME_TENANT, holder: 'replica one', leaseMs: 30_000, resendAfterMs: 120_000, now: () => START_MS },
  });
  try {
    const before = context.database.changes;
    expect(await new SqlCardOutbox(context).claim([], START_MS)).toBeNull();
    expect(context.database.changes).toBe(before);
  } finally {
    await context.database.driver.close();
    rmSync(dataDir, { recursive: true });
  }
});
