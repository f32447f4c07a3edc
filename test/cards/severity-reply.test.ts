import { drawSeverityReply } from '../../src/cards/severity-reply';
import { wordsOf } from './card-walk';

test('a rise in severity is one sentence with the number and the new severity', () => {
  const card = drawSeverityReply({ number: 1042, severity: 'high' });
  expect(wordsOf(card)).toBe('Severity of alert 1042 rose to High.');
  expect(card.fallbackText).toBe('High alert 1042');
  expect(card.actions).toBeUndefined();
});

test('a severity that is not given is no reason to fail', () => {
  expect(wordsOf(drawSeverityReply({ number: 1042, severity: null }))).toBe(
    'Severity of alert 1042 rose to not given.',
  );
});
