// In which message a question stands, so that the message can be redrawn once nobody may answer it any more.
import type { Migration } from './migration';

export const standingQuestions: Migration = {
  number: 6,
  name: 'standing questions',
  statements: () => [`alter table asked add column message_id text`],
};
