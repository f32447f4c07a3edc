// A process that opens the embedded store of the given directory, says how that went, and holds it until it is killed.
import { openStore } from '../../src/store/open-store';
import { HOME_TENANT } from '../builders/people';

const dataDir = process.argv[2] ?? '';
const common = { databaseUrl: null, storeKey: null, pseudonymKey: null, holder: 'child', leaseMs: 30_000 };

openStore({ ...common, dataDir, tenantId: HOME_TENANT }).then(
  () => {
    process.stdout.write('open\n');
    setInterval(() => {}, 1_000);
  },
  (error: { detail?: string }) => {
    process.stdout.write(`refused: ${error.detail}\n`);
  },
);
