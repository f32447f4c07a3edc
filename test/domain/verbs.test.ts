import {
  ALERT_VERBS,
  APPROVAL_VERBS,
  COMMAND_VERBS,
  isAlertVerb,
  isApprovalVerb,
  isCommandVerb,
  LATER_VERBS,
} from '../../src/domain/verbs';

test('the verbs that posted cards carry never change', () => {
  expect([...ALERT_VERBS, ...APPROVAL_VERBS, ...COMMAND_VERBS, ...LATER_VERBS].sort()).toEqual([
    'alert.approve',
    'alert.assignToMe',
    'alert.comment',
    'alert.decline',
    'alert.refresh',
    'alert.reopen',
    'alert.resolve',
    'alert.resolveForm',
    'alert.reveal',
    'alert.start',
    'alert.undo',
    'command.cancel',
    'command.confirm',
    'command.run',
  ]);
});

test.each(ALERT_VERBS)('%s is a verb of an alert', (verb) => {
  expect(isAlertVerb(verb)).toBe(true);
});

test.each([...COMMAND_VERBS, ...LATER_VERBS, 'alert.START', 'toString', '', null, 5, {}])('%s is none', (verb) => {
  expect(isAlertVerb(verb)).toBe(false);
});

test.each(APPROVAL_VERBS)('%s is a verb of an approval, and of nothing else', (verb) => {
  expect([isApprovalVerb(verb), isAlertVerb(verb), isCommandVerb(verb)]).toEqual([true, false, false]);
});

test.each([...ALERT_VERBS, ...COMMAND_VERBS, 'alert.APPROVE', '', null, {}])('%s approves nothing', (verb) => {
  expect(isApprovalVerb(verb)).toBe(false);
});

test.each(COMMAND_VERBS)('%s is a verb of an answer', (verb) => {
  expect(isCommandVerb(verb)).toBe(true);
});

test.each([...ALERT_VERBS, ...LATER_VERBS, 'command.RUN', 'toString', '', null, 5, {}])(
  '%s is none of an answer',
  (verb) => {
    expect(isCommandVerb(verb)).toBe(false);
  },
);
