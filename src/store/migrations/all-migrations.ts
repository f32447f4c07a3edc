// Every migration there is, in order. A new one is appended with the next number.
import { alertsAndPeople } from './0001-alerts-and-people';
import { cardsAndSends } from './0002-cards-and-sends';
import { conversationsAndClicks } from './0003-conversations-and-clicks';
import { audit } from './0004-audit';
import { questions } from './0005-questions';
import { standingQuestions } from './0006-standing-questions';
import { hunts } from './0007-hunts';
import { alertDetails } from './0008-alert-details';
import { channelSafety } from './0009-channel-safety';
import { reveals } from './0011-reveals';
import { retention } from './0012-retention';
import type { Migration } from './migration';

export const ALL_MIGRATIONS: readonly Migration[] = [
  alertsAndPeople,
  cardsAndSends,
  conversationsAndClicks,
  audit,
  questions,
  standingQuestions,
  hunts,
  alertDetails,
  channelSafety,
  reveals,
  retention,
];
