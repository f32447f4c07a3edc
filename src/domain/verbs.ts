// The verbs of card actions. They are a promise to every card already posted: add, never rename.

export const ALERT_VERBS = [
  'alert.start',
  'alert.assignToMe',
  'alert.resolveForm',
  'alert.resolve',
  'alert.reopen',
  'alert.comment',
  'alert.refresh',
  'alert.reveal',
] as const;
export type AlertVerb = (typeof ALERT_VERBS)[number];

/** On the card that asks a second person: the act of somebody else is approved, or declined. */
export const APPROVAL_VERBS = ['alert.approve', 'alert.decline'] as const;
export type ApprovalVerb = (typeof APPROVAL_VERBS)[number];

export function isApprovalVerb(verb: unknown): verb is ApprovalVerb {
  return typeof verb === 'string' && (APPROVAL_VERBS as readonly string[]).includes(verb);
}

/** Verbs of the contract that this version answers with "not available yet". */
export const LATER_VERBS = ['alert.undo'] as const;

export function isAlertVerb(verb: unknown): verb is AlertVerb {
  return typeof verb === 'string' && (ALERT_VERBS as readonly string[]).includes(verb);
}

/** Verbs of the answers to commands: ask on, carry out what was asked for in words, drop it. */
export const COMMAND_VERBS = ['command.run', 'command.confirm', 'command.cancel'] as const;
export type CommandVerb = (typeof COMMAND_VERBS)[number];

export function isCommandVerb(verb: unknown): verb is CommandVerb {
  return typeof verb === 'string' && (COMMAND_VERBS as readonly string[]).includes(verb);
}

/** `followUp` of a `command.run` on a list: the page after or before, or one of its rows whole. */
export const LIST_FOLLOW_UPS = ['next', 'previous', 'show'] as const;
export type ListFollowUp = (typeof LIST_FOLLOW_UPS)[number];
