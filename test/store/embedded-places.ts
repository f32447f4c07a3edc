// Directories for embedded stores of one test file, removed when it ends, and stores opened in them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreOptions } from '../../src/store/open-context';
import { HOME_TENANT } from '../builders/people';

/** A new directory that nobody else can read; it goes when the suite ends. */
export function placesForStores(): () => string {
  const made: string[] = [];
  afterAll(() => made.forEach((directory) => rmSync(directory, { recursive: true, force: true })));
  return () => {
    const directory = mkdtempSync(join(tmpdir(), 'store-'));
    made.push(directory);
    return directory;
  };
}

export function embeddedAt(dataDir: string, overrides: Partial<StoreOptions> = {}): StoreOptions {
  return {
    databaseUrl: null,
    dataDir,
    storeKey: null,
    pseudonymKey: null,
    tenantId: HOME_TENANT,
    holder: 'this test',
    leaseMs: 30_000,
    ...overrides,
  };
}
