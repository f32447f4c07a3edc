import { openStore } from '../../src/store/open-store';
import { alertId, anAlert } from '../builders/alert';
import { objectIdOf, identity } from '../builders/people';
import { decided } from '../contracts/decisions';
import { embeddedAt, placesForStores } from './embedded-places';

const STORM = 1_000;
const STORM_WITHIN_MS = 2_000;

describe('the embedded store', () => {
  const place = placesForStores();

  it('commits a thousand new alerts about as many people, with their cards, within two seconds', async () => {
    const decisions = Array.from({ length: STORM }, (_, seed) => {
      const subject = identity({ objectId: objectIdOf(seed), userPrincipalName: `p${seed}@x.example`, sid: null });
      return decided(anAlert({ id: alertId(seed), subject }));
    });
    const store = await openStore(embeddedAt(place()));
    const began = Date.now();
    const { firstSeen } = await store.alertLog.commit({ decisions });
    const took = Date.now() - began;
    await store.close();
    expect(firstSeen).toBe(STORM);
    expect(took).toBeLessThan(STORM_WITHIN_MS);
  });
});
