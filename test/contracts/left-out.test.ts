import { storeKinds, TEST_DATABASE_URL } from './store-under-test';

describe('the contract suites', () => {
  const kinds = storeKinds().map((kind) => kind.name);
  if (TEST_DATABASE_URL === null) {
    it('leave PostgreSQL out and say so, since TEST_DATABASE_URL names no server', () => {
      process.stdout.write('contract suites: PostgreSQL left out, TEST_DATABASE_URL is not set\n');
      expect(kinds).toEqual(['in memory', 'embedded']);
    });
  } else {
    it('run on all three stores', () => {
      expect(kinds).toEqual(['in memory', 'embedded', 'PostgreSQL']);
    });
  }
});
