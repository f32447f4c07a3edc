import fc from 'fast-check';
import { Sealer } from '../../src/store/seal';

const KEY = 'a store key of the tests';
const seal = new Sealer(KEY, 'a tenant');
const broken = { code: 'storeUnusable', detail: 'sealBroken' };

function opening(sealer: Sealer, sealed: string, place: string): unknown {
  try {
    return sealer.unseal(sealed, place);
  } catch (error) {
    return error;
  }
}

describe('a sealed value', () => {
  it('opens at its place and gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
        expect(seal.unseal(seal.seal(text, place), place)).toBe(text);
      }),
    );
  });

  it('does not show the text, and looks different every time', () => {
    const once = seal.seal('mira.holt@fabrikam.example', 'people.identity:1');
    expect(once).not.toContain('mira');
    expect(Buffer.from(once.slice(3), 'base64url').toString('latin1')).not.toContain('mira');
    expect(seal.seal('mira.holt@fabrikam.example', 'people.identity:1')).not.toBe(once);
  });

  it('opens at no other row, column or tenant, and under no other key', () => {
    const sealed = seal.seal('text', 'people.identity:1');
    expect(opening(seal, sealed, 'people.identity:2')).toMatchObject(broken);
    expect(opening(seal, sealed, 'alerts.body:1')).toMatchObject(broken);
    expect(opening(new Sealer(KEY, 'another tenant'), sealed, 'people.identity:1')).toMatchObject(broken);
    expect(opening(new Sealer('another key', 'a tenant'), sealed, 'people.identity:1')).toMatchObject(broken);
  });

  it('does not open when any of its characters was altered, and neither does a cut one', () => {
    const sealed = seal.seal('text', 'place');
    for (let at = 3; at < sealed.length - 1; at += 1) {
      const altered = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      expect(opening(seal, altered, 'place')).toMatchObject(broken);
    }
    for (const cut of ['', 'v1.', sealed.slice(0, 20)]) expect(opening(seal, cut, 'place')).toMatchObject(broken);
  });
});

describe('a keyed hash', () => {
  it('is the same for one text, and another for another kind, tenant or key', () => {
    const hash = seal.lookupHash('person', 'upn:a');
    expect(seal.lookupHash('person', 'upn:a')).toBe(hash);
    const others = [
      seal.lookupHash('person', 'upn:b'),
      seal.lookupHash('click', 'upn:a'),
      seal.auditHash('person\u0000upn:a'),
      new Sealer(KEY, 'another tenant').lookupHash('person', 'upn:a'),
      new Sealer('another key', 'a tenant').lookupHash('person', 'upn:a'),
    ];
    expect(others).not.toContain(hash);
  });

  it('stands for an id in a log as 16 hex digits', () => {
    expect(seal.anonymise('19:channel@thread.tacv2')).toMatch(/^[0-9a-f]{16}$/);
    expect(seal.anonymise('a')).not.toBe(seal.anonymise('b'));
  });
});
