// When a channel is a place for alerts, as a table, and that no doubt ever makes one safe.
import * as fc from 'fast-check';
import {
  GROWTH_FACTOR,
  GROWTH_MIN,
  membersAllowed,
  UNSAFE_REASONS,
  unsafeForAnswers,
  unsafeReasons,
  type ChannelKnown,
  type UnsafeReason,
} from '../../src/domain/channel-safety';

const colleague = { isGuest: false, isForeign: false };
const guest = { isGuest: true, isForeign: false };
const stranger = { isGuest: true, isForeign: true };
const known = (more: Partial<ChannelKnown> = {}): ChannelKnown => ({
  members: [colleague, colleague],
  isShared: false,
  approvedMembers: null,
  ...more,
});
const crowd = (size: number) => Array.from({ length: size }, () => colleague);

test.each<[string, ChannelKnown, UnsafeReason[]]>([
  ['colleagues alone', known(), []],
  ['nobody at all', known({ members: [] }), []],
  ['a guest among them', known({ members: [colleague, guest] }), ['guests']],
  ['somebody of another tenant', known({ members: [colleague, stranger] }), ['otherTenants']],
  ['a guest and a stranger', known({ members: [guest, stranger] }), ['guests', 'otherTenants']],
  ['colleagues in a shared channel', known({ isShared: true }), ['shared']],
  ['a roster that cannot be read', known({ members: null }), ['rosterUnknown']],
  [
    'a shared channel whose roster cannot be read',
    known({ members: null, isShared: true }),
    ['shared', 'rosterUnknown'],
  ],
  ['as many as were approved', known({ members: crowd(30), approvedMembers: 30 }), []],
  ['a small team grown to its limit', known({ members: crowd(35), approvedMembers: 10 }), []],
  ['a small team grown past its limit', known({ members: crowd(36), approvedMembers: 10 }), ['grown']],
  ['a large team grown to its limit', known({ members: crowd(200), approvedMembers: 100 }), []],
  ['a large team grown past its limit', known({ members: crowd(201), approvedMembers: 100 }), ['grown']],
  ['a crowd that nobody ever approved', known({ members: crowd(500) }), []],
])('%s', (_what, channel, reasons) => {
  expect(unsafeReasons(channel)).toEqual(reasons);
});

test('a channel may grow to twice its members, and by twenty-five people in any case', () => {
  expect([GROWTH_FACTOR, GROWTH_MIN]).toEqual([2, 25]);
  expect([0, 1, 25, 26, 100].map(membersAllowed)).toEqual([25, 26, 50, 52, 200]);
});

const reader = fc.record({ isGuest: fc.boolean(), isForeign: fc.boolean() });
const anyChannel = fc.record({
  members: fc.option(fc.array(reader, { maxLength: 40 }), { nil: null }),
  isShared: fc.boolean(),
  approvedMembers: fc.option(fc.nat(60), { nil: null }),
});

test('is safe only with a whole roster of colleagues, whatever else is known', () => {
  fc.assert(
    fc.property(anyChannel, (channel) => {
      if (unsafeReasons(channel).length > 0) return;
      expect(channel.isShared).toBe(false);
      expect(channel.members?.some(({ isGuest, isForeign }) => isGuest || isForeign)).toBe(false);
    }),
  );
});

test('one more guest or stranger never makes a channel safer', () => {
  fc.assert(
    fc.property(anyChannel, fc.constantFrom(guest, stranger), (channel, joining) => {
      if (channel.members === null) return;
      const before = unsafeReasons(channel);
      const after = unsafeReasons({ ...channel, members: [...channel.members, joining] });
      expect(after).toEqual(expect.arrayContaining(before));
      expect(after).not.toEqual([]);
    }),
  );
});

test('an answer is refused for every reason but a size, which is approved for alerts alone', () => {
  expect(unsafeForAnswers(UNSAFE_REASONS)).toEqual(['guests', 'otherTenants', 'shared', 'rosterUnknown']);
});
