// What every keeper of alert details promises: the words of the last read, and an alias for everyone they name.
import { NO_DETAILS, type AlertDetails } from '../../src/domain/alert-details';
import { toSealedColumn, Untrusted } from '../../src/domain/untrusted';
import { anAlert, changed } from '../builders/alert';
import { afterStart } from '../builders/instants';
import { identity, knownOnlyBy, objectIdOf, SUBJECT } from '../builders/people';
import { decided, decidedAgain } from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const OTHER = identity({ objectId: objectIdOf(2), userPrincipalName: 'lars.b@fabrikam.example', sid: null });
const LOGGED_ON = knownOnlyBy({ accountName: 'svc-scan' });

const DETAILS: AlertDetails = {
  ...NO_DETAILS,
  title: Untrusted.of('Data leak: Mira Holt'),
  description: Untrusted.of('Files left\nwith “quotes” and \u0000 marks'),
  files: [Untrusted.of('C:\\Users\\mholt\\plan.xlsx'), Untrusted.of('notes.txt')],
  devices: [Untrusted.of('MHOLT-LAPTOP')],
  people: [SUBJECT, OTHER, LOGGED_ON],
};

/** Untrusted text compares as text. */
function plain(details: AlertDetails | undefined): unknown {
  return Object.entries(details ?? {}).map(([part, value]) => [part, textsOf(value)]);
}

function textsOf(value: unknown): unknown {
  if (value instanceof Untrusted) return toSealedColumn(value);
  return Array.isArray(value) ? value.map(textsOf) : value;
}

export function describeAlertDetailsContract({ name, make }: StoreKind): void {
  describe(`alert details, ${name}`, () => {
    const store = eachTest(make);
    const find = async (number: number) => store().alertDetails.find(number);

    it('gives back every word as it was committed, with an alias for everyone who is identified', async () => {
      const alert = anAlert({ details: DETAILS });
      await store().alertLog.commit({ decisions: [decided(alert)] });
      const stored = (await store().alertLog.find([alert.id])).get(alert.id);
      const kept = await find(stored?.number ?? 0);
      expect(plain(kept?.details)).toEqual(plain(DETAILS));
      expect(kept?.people.map((person) => person.identity)).toEqual(DETAILS.people);
      const [subject, other, loggedOn] = kept?.people ?? [];
      expect(subject?.alias).toBe(stored?.alias);
      expect((await store().peopleBook.findByAlias(other?.alias ?? ''))?.objectId).toBe(OTHER.objectId);
      expect(loggedOn?.alias).toBeNull();
    });

    it('knows nothing of an alert that was never seen', async () => {
      expect(await find(1000)).toBeNull();
    });

    it('keeps the words of the newest read', async () => {
      const first = anAlert({ details: DETAILS });
      await store().alertLog.commit({ decisions: [decided(first)] });
      const stored = (await store().alertLog.find([first.id])).get(first.id);
      expect(await find(stored?.number ?? 0)).not.toBeNull();
      const next = changed(first, {
        lastUpdateDateTime: afterStart(1),
        details: { ...DETAILS, title: Untrusted.of('Another title') },
      });
      await store().alertLog.commit({ decisions: [decidedAgain(first, next)] });
      const kept = await find(stored?.number ?? 0);
      expect(kept?.details.title && toSealedColumn(kept.details.title)).toBe('Another title');
    });
  });
}
