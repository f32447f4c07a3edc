import { findLabel, labelIds, labelNames, type SensitivityLabel } from '../../src/domain/sensitivity-label';
import { BUILT_IN_INFO_TYPES, findInfoType } from '../../src/domain/sensitive-info-types';
import { LABELS } from '../builders/hunting';

const idsOf = (asked: string, labels: readonly SensitivityLabel[] = LABELS) => {
  const search = findLabel(labels, asked);
  return 'found' in search ? labelIds(search.found.label) : search.candidates;
};
const [, , confidential, highly] = LABELS;

describe('a label by its name', () => {
  test('stands for itself and its sublabels, and never for another whose name holds its own', () => {
    const ids = idsOf('Confidential');
    expect(ids).toEqual([confidential?.id, ...(confidential?.sublabels ?? []).map(({ id }) => id)]);
    expect(ids).not.toContain(highly?.id);
  });

  test.each(['confidential', '  CONFIDENTIAL '])('is found as %j', (asked) => {
    expect(idsOf(asked)).toEqual(idsOf('Confidential'));
  });

  test.each(['Confidential/Trusted People', 'confidential \\ trusted people', 'Trusted People'])(
    '%j is one sublabel',
    (asked) => {
      expect(idsOf(asked)).toEqual([confidential?.sublabels[1]?.id]);
    },
  );

  test('that two labels have gives both to choose from', () => {
    expect(idsOf('All Employees')).toEqual(['Confidential/All Employees', 'Highly Confidential/All Employees']);
  });

  test('that nobody has gives all of the tenant’s', () => {
    expect(idsOf('Secret')).toEqual([...labelNames(LABELS).values()]);
  });

  test('names rows by the whole path', () => {
    expect(labelNames(LABELS).get(highly?.sublabels[0]?.id ?? '')).toBe('Highly Confidential/All Employees');
  });
});

describe('a sensitive information type', () => {
  test.each(BUILT_IN_INFO_TYPES.map((type) => [type.name, type.id]))(
    '%s is found by its name and its id',
    (name, id) => {
      expect(findInfoType(name)?.id).toBe(id);
      expect(findInfoType(name.toLowerCase())?.id).toBe(id);
      expect(findInfoType(id.toUpperCase())?.name).toBe(name);
    },
  );

  test.each([
    ['SSN', 'U.S. Social Security Number (SSN)'],
    ['credit cards', 'Credit Card Number'],
    ['credit card numbers', 'Credit Card Number'],
    ['passwords', 'General Password'],
    ['IP addresses', 'IP Address'],
  ])('%s means %s', (asked, name) => expect(findInfoType(asked)?.name).toBe(name));

  test('of the tenant’s own is found by its id alone', () => {
    expect(findInfoType('A7E00051-51C2-4F0B-B6AD-2D9F0C4E0051')?.id).toBe('a7e00051-51c2-4f0b-b6ad-2d9f0c4e0051');
    expect(findInfoType('Project Larch')).toBeNull();
  });

  test('of one name has one id', () => {
    expect(new Set(BUILT_IN_INFO_TYPES.map(({ id }) => id)).size).toBe(BUILT_IN_INFO_TYPES.length);
  });
});
