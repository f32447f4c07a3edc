// A process that opens the embedded store of the given directory, says how that went, and holds it until it is killed.
// It keeps no reference to the store: that alone must not let the lock go.
import { openStore } from '../../src/store/open-store';
import { HOME_TENANT } from '../builders/people';

const dataDir = process.argv[2] ?? '';
const common = { databaseUrl: null, storeKey: null, pseudonymKey: null, holder: 'child', leaseMs: 30_000 };

openStore({ ...common, dataDir, tenantId: HOME_TENANT }).then(
  () => {
    global.gc?.();
    process.stdout.write('open\n');
    // Twice: finalizers run after the collection that found their objects.
    setTimeout(() => {
      global.gc?.();
      setTimeout(() => process.stdout.write('collected\n'), 20);
    }, 20);
    setInterval(() => {}, 1_000);
  },
  (error: { detail?: string }) => {
    process.stdout.write(`refused: ${error.detail}\n`);
  },
);
