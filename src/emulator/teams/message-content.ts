// What a message shows, and the reading of it from the activity a bot posts: a text, cards, or both.
import { z } from 'zod/v4';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

const attachment = z.looseObject({ contentType: z.string(), content: z.unknown().optional() });

/** The parts of a posted activity that this client shows; everything else is accepted and ignored. */
export const postedActivity = z.looseObject({
  type: z.string().optional(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(attachment).nullish(),
});

export type PostedActivity = z.infer<typeof postedActivity>;
export type Card = Record<string, unknown>;

export interface MessageContent {
  text: string;
  textFormat: 'plain' | 'markdown' | 'xml';
  /** Shown in the notification instead of the content. */
  summary: string | undefined;
  cards: Card[];
}

function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text (markdown unless the bot says otherwise), summary and the Adaptive Cards of a posted activity. */
export function contentOf(activity: PostedActivity): MessageContent {
  const format = activity.textFormat;
  return {
    text: activity.text ?? '',
    textFormat: format === 'plain' || format === 'xml' ? format : 'markdown',
    summary: activity.summary ?? undefined,
    cards: (activity.attachments ?? [])
      .filter((one) => one.contentType === CARD_TYPE)
      .map((one) => one.content)
      .filter(isCard),
  };
}

/** A person's own message: plain text. */
export function typedContent(text: string): MessageContent {
  return { text, textFormat: 'plain', summary: undefined, cards: [] };
}
