// The verbs of card actions. They are a promise to every card already posted: add, never rename.

export const ALERT_VERBS = [
  'alert.start',
  'alert.assignToMe',
  'alert.resolveForm',
  'alert.resolve',
  'alert.reopen',
  'alert.comment',
  'alert.refresh',
] as const;
export type AlertVerb = (typeof ALERT_VERBS)[number];

/** Verbs of the contract that this version answers with "not available yet". */
export const LATER_VERBS = ['alert.undo', 'alert.reveal', 'command.run', 'command.confirm', 'command.cancel'] as const;

export function isAlertVerb(verb: unknown): verb is AlertVerb {
  return typeof verb === 'string' && (ALERT_VERBS as readonly string[]).includes(verb);
}
