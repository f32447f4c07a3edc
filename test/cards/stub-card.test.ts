// The card of an alert whose retention is over: that it is resolved, since when nothing is kept, and the way to Defender.
import { drawAlertCard } from '../../src/cards/alert-card';
import { CARD_TIERS } from '../../src/domain/delivery';
import { channelView } from '../../src/domain/disclosure';
import { Untrusted } from '../../src/domain/untrusted';
import { at, PLANTED, storedAlert } from '../domain/alert-builder';
import { valueBeside, wordsOf } from './card-walk';
import { MANY_PEOPLE, options } from './every-card';

const REDUCED = { at: at('2026-12-23T06:08:00Z'), afterDays: 30 };
const STUB = storedAlert({
  status: 'resolved',
  classification: 'truePositive',
  determination: 'confirmedActivity',
  reduced: REDUCED,
  alias: null,
  subject: null,
  evidence: null,
});
const drawn = (over: Parameters<typeof storedAlert>[0] = {}, tier: (typeof CARD_TIERS)[number] = 'full') =>
  drawAlertCard(channelView({ ...STUB, ...over }), options({ tier, refreshFor: MANY_PEOPLE }));

test.each(CARD_TIERS)('says on top, at size %s, what happened and where the alert stands', (tier) => {
  expect(wordsOf(drawn({}, tier))).toContain(
    'Resolved. Details were removed on 2026-12-23 06:08 UTC after 30 days. Open in Defender.',
  );
});

test('a day is one day', () => {
  expect(wordsOf(drawn({ reduced: { ...REDUCED, afterDays: 1 } }))).toContain('after 1 day.');
});

test.each(CARD_TIERS)('has one button, to Defender, and asks no client to refresh it, at size %s', (tier) => {
  const card = drawn({}, tier);
  expect((card.actions ?? []).map((action) => [action['type'], action['title']])).toEqual([
    ['Action.OpenUrl', 'Open in Defender'],
  ]);
  expect(card.refresh?.userIds).toEqual([]);
});

test('keeps the verdict, the kind of risk and when it was raised', () => {
  const card = drawn();
  expect(valueBeside(card, 'Kind of risk')).toBe('Data leak');
  expect(valueBeside(card, 'Status')).toBe('Resolved');
  expect(valueBeside(card, 'Raised')).toBe('2026-11-23 06:08 UTC');
  expect(valueBeside(card, 'Classification')).not.toBe('');
});

test.each(CARD_TIERS)(
  'has no row for a person, an owner, evidence or a change, even if the row held any, at size %s',
  (tier) => {
    const words = wordsOf(drawn({ alias: 'K7F2', assignedTo: Untrusted.of('Zelda Quicksilver') }, tier));
    for (const gone of ['K7F2', 'About', 'Owner', 'Evidence', 'Activity', 'Last change', ...PLANTED]) {
      expect(words).not.toContain(gone);
    }
  },
);
