import type * as AdaptiveCards from 'adaptivecards';
import { cardBytes, CARD_MAX_BYTES } from '../../src/cards/card-size';
import { PRIMARY_ACTIONS_MAX } from '../../src/cards/alert-buttons';
import { isAlertVerb, isApprovalVerb, isCommandVerb } from '../../src/domain/verbs';
import { PLANTED } from '../domain/alert-builder';
import { HOSTILE } from '../domain/hostile-texts';
import { tagsIn } from '../domain/markdown';
import { asOldClient, elementsOf, objectsIn, teamsOnly } from './card-walk';
import { CARD_REF, everyCard } from './every-card';

const PLAIN = everyCard('Adele Vance');
const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js') as typeof AdaptiveCards;

/** All that a button may send back. */
const PRESS_DATA = ['cardRef', 'version', 'classification', 'followUp', 'alert', 'incident'];

/** What a client's own parser has to say about a card. */
function complaints(card: object): string[] {
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
}

describe.each(PLAIN)('%s', (name, card) => {
  test('a client’s parser knows every element of it', () => {
    expect(complaints(asOldClient(card))).toEqual([]);
  });

  test('an element of Teams’ own brings what older clients show instead', () => {
    for (const element of teamsOnly(card)) expect(elementsOf(element['fallback'], 'TextRun')).not.toEqual([]);
  });

  test('version 1.5, and a fallback that holds severities and numbers alone', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(card.fallbackText).toMatch(
      /^(High alert \d+|Severity not given: alert \d+|Open alerts: 100 High|No open insider risk alerts|Hunting answer|Alert list|Incident list|Incident)$/,
    );
  });

  test('no member is null and nothing of the template is left', () => {
    expect(JSON.stringify(card)).not.toMatch(/null|undefined|\$\{|\$data|\$when/);
  });

  test('every button says what it will do, asks with a known verb and sends nothing else', () => {
    const actions = card.actions ?? [];
    expect(actions.length).toBeLessThanOrEqual(PRIMARY_ACTIONS_MAX);
    for (const action of actions) {
      expect(action['title']).toMatch(/^[A-Z].{2,35}$/);
      expect(action['tooltip']).toMatch(/^[A-Z].{10,120}\.$/);
    }
    for (const action of elementsOf(card, 'Action.Execute')) {
      const { verb } = action;
      expect(isAlertVerb(verb) || isApprovalVerb(verb) || isCommandVerb(verb)).toBe(true);
      const data = action['data'] as Record<string, unknown>;
      expect(data['cardRef']).toBe(CARD_REF);
      expect(PRESS_DATA).toEqual(expect.arrayContaining(Object.keys(data)));
      for (const value of Object.values(data)) expect(typeof value).toBe('string');
    }
  });

  test('forms are never refreshed by a client, alert cards only for people named one by one', () => {
    expect(Array.isArray(card.refresh?.userIds)).toBe(name.startsWith('alert'));
  });

  test('it reads the same at phone width: no fixed width takes more than a third of a phone', () => {
    for (const column of elementsOf(card, 'Column')) expect(['auto', 'stretch', '100px']).toContain(column['width']);
    for (const set of elementsOf(card, 'ColumnSet'))
      expect((set['columns'] as unknown[]).length).toBeLessThanOrEqual(3);
    for (const table of elementsOf(card, 'Table'))
      expect((table['columns'] as unknown[]).length).toBeLessThanOrEqual(4);
    for (const block of elementsOf(card, 'TextBlock').filter(({ style }) => style === 'heading'))
      expect(block['wrap']).toBe(true);
  });

  const json = JSON.stringify(card).toLowerCase();
  if (name.startsWith('alert, named')) {
    test('the person concerned is named to whoever asked with a reason', () => {
      expect(json).toContain('zelda.quicksilver');
    });
  } else {
    test('the person concerned is named nowhere', () => {
      for (const word of PLANTED) expect(json).not.toContain(word);
    });
  }
});

const readBefore = new Map<string, string[]>();
/** Most words of a card are the same on every card, and reading them takes most of the time. */
function tagsRead(text: string): string[] {
  const tags = readBefore.get(text) ?? tagsIn(text);
  readBefore.set(text, tags);
  return tags;
}

/** Where text of a card is only ever shown, whatever it holds. */
const isLiteral = (object: Record<string, unknown>) => object['type'] === 'TextRun' || object['type'] === 'Input.Text';

describe.each(HOSTILE.map(({ what, text }) => [what, text]))('an owner called %s', (_what, text) => {
  const cards = everyCard(text);

  test('leaves every card under its size', () => {
    for (const [, card] of cards) expect(cardBytes(card)).toBeLessThan(CARD_MAX_BYTES);
  });

  test('leaves every card with elements that a client knows', () => {
    for (const [, card] of cards) expect(complaints(asOldClient(card))).toEqual([]);
  });

  test('brings no link, emphasis, mention or further button to any card', () => {
    for (const [name, card] of cards) {
      const plain = PLAIN.find(([each]) => each === name)?.[1];
      expect(elementsOf(card, 'Action.OpenUrl').length).toBe(elementsOf(plain, 'Action.OpenUrl').length);
      expect(objectsIn(card).some((object) => 'msteams' in object)).toBe(false);
      const pressed = objectsIn(card).flatMap(({ selectAction }) => selectAction ?? []);
      for (const press of objectsIn(pressed).filter(({ type }) => type !== undefined))
        expect(press).toMatchObject({ type: 'Action.Execute', verb: 'command.run' });
      const live = objectsIn(card).filter((object) => !isLiteral(object));
      const shown = live.flatMap(({ text: shownText, title, label, tooltip }) => [shownText, title, label, tooltip]);
      for (const each of shown) if (typeof each === 'string') expect(tagsRead(each)).toEqual([]);
    }
  });
});

test('what an owner is called, and what an alert says, stands on the card as it is written', () => {
  const literal = '**x** [y](https://evil.example) ${z} <at>All</at> "},{"';
  for (const [name, card] of everyCard(literal).filter(([each]) => each.startsWith('alert'))) {
    const runs = elementsOf(card, 'TextRun').map((run) => String(run['text']));
    const asWritten = runs.filter((run) => run.includes(literal)).length;
    // Owner and last change; what the alert says besides, for those who may read it.
    if (/analyst|investigator|named/.test(name) && name.endsWith('full')) expect(asWritten).toBeGreaterThan(2);
    else expect([name, asWritten]).toEqual([name, 2]);
  }
});
