// The long audit that the benchmark verifies is one that the product would have written.
import { canonicalTexts, makeAuditStore, auditLocation, AUDIT_TENANT } from '../../src/bench/audit-store';
import { exportLines, verifyAudit } from '../../src/store/audit-report';
import { openAuditReader } from '../../src/store/open-audit-reader';
import { placesForStores } from '../store/embedded-places';

const ROWS = 50;
const place = placesForStores();

it('is whole, and has hunts, refusals and changes', async () => {
  const directory = place();
  await makeAuditStore(directory, ROWS);
  const { reader, close } = await openAuditReader(auditLocation(directory), AUDIT_TENANT);
  const lines: string[] = [];
  expect(await verifyAudit(reader, (line) => lines.push(line))).toBe(true);
  expect(lines[0]).toMatch(/^50 rows, /);
  const kinds = new Set<string>();
  for await (const line of exportLines(reader, false)) {
    const { action, outcome } = JSON.parse(line) as { action: string; outcome: string };
    kinds.add(`${action} ${outcome}`);
  }
  await close();
  expect(kinds).toEqual(
    new Set([
      ...['summarizeHunting applied', 'alert.resolve refused'],
      ...['alert.start intended', 'alert.start applied'],
    ]),
  );
});

it('has texts to hash of the length that a row has', () => {
  const texts = canonicalTexts(ROWS);
  expect(texts).toHaveLength(ROWS);
  expect(Math.min(...texts.map((text) => text.length))).toBeGreaterThan(150);
});
