// A program of its own that verifies the audit of a store (its directory is the argument) with the product's own parts,
// and prints one line: how long it took without its own start, how many rows, and the most memory the process ever held.
import { verifyAudit } from '../store/audit-report';
import { openAuditReader } from '../store/open-audit-reader';
import { auditLocation, AUDIT_TENANT } from './audit-store';

const KIB_PER_MB = 1_000_000 / 1024;

async function main(dataDir: string): Promise<void> {
  const { reader, close } = await openAuditReader(auditLocation(dataDir), AUDIT_TENANT);
  const lines: string[] = [];
  const began = performance.now();
  const whole = await verifyAudit(reader, (line) => lines.push(line));
  const ms = performance.now() - began;
  await close();
  if (!whole) throw new Error(`the audit is not whole: ${lines.slice(0, 3).join('; ')}`);
  const peakMb = process.resourceUsage().maxRSS / KIB_PER_MB;
  process.stdout.write(`${JSON.stringify({ ms, rows: Number.parseInt(lines[0] ?? '', 10), peakMb })}\n`);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exitCode = 1;
});
