// A hunting question as it is kept between an answer and the next button: written as JSON, read back like outside data.
import { z } from 'zod/v4';
import { DLP_OUTCOMES, HUNTING_ACTIVITIES, HUNTING_GROUPS, type HuntingSlots } from '../domain/command';
import type { HuntingFollowUp } from '../domain/disclose-hunting';

const slots = z.strictObject({
  activity: z.enum(HUNTING_ACTIVITIES).optional(),
  targetDomain: z.string().optional(),
  label: z.string().optional(),
  account: z.string().optional(),
  department: z.string().optional(),
  device: z.string().optional(),
  sensitiveInfoType: z.string().optional(),
  dlpOutcome: z.enum(DLP_OUTCOMES).optional(),
  alert: z.string().optional(),
  anomalousOnly: z.boolean().optional(),
  groupBy: z.enum(HUNTING_GROUPS).optional(),
  top: z.number().optional(),
  compare: z.boolean().optional(),
  window: z.strictObject({ from: z.string(), to: z.string() }).optional(),
});
const facts = z.strictObject({ slots, widened: z.boolean(), timeZone: z.string() });

export interface HuntingFacts {
  slots: HuntingSlots;
  widened: boolean;
  timeZone: string;
}

export function huntingFacts(asked: HuntingFacts): string {
  return JSON.stringify(asked);
}

/** Throws for facts of another form, which this version never wrote. */
export function readHuntingFacts(text: string): HuntingFacts {
  return facts.parse(JSON.parse(text)) as HuntingFacts;
}

const CHANGES: Record<HuntingFollowUp, Partial<HuntingSlots>> = {
  who: { groupBy: 'account' },
  whereTo: { groupBy: 'domain' },
  byDay: { groupBy: 'day' },
  compare: { compare: true },
};

/** The same question changed in what the button or the sentence names. */
export function askedOn(slots: HuntingSlots, change: HuntingFollowUp | HuntingSlots): HuntingSlots {
  return { ...slots, ...(typeof change === 'string' ? CHANGES[change] : change) };
}
