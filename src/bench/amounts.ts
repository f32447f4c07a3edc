// How often each row repeats: enough for a steady median in the full run, few enough for every change in the quick one.

export interface Amounts {
  /** Rounds in which baseline and product take turns. */
  refreshRounds: number;
  refreshesAlone: number;
  refreshesAbreast: number;
  postRounds: number;
  /** New alerts of one round, and the time they are spread over. */
  postAlerts: number;
  postSpreadMs: number;
  durableRounds: number;
  deliveredAlerts: number;
  startRounds: number;
  /** Rounds of reading, and how often each reads its sentences. */
  readingRounds: number;
  readingRepeats: number;
  /** Rounds over all hunting queries. */
  huntingRounds: number;
  /** Questions put to the bot. */
  answers: number;
  /** Rows of a long audit, and of a short one. */
  auditRows: number;
  auditRowsFew: number;
  /** Times that the same alert is masked. */
  maskedAlerts: number;
  /** Refreshes of one storm, and the time they are spread over. */
  stormRefreshes: number;
  stormMs: number;
}

export const FULL: Amounts = {
  refreshRounds: 7,
  refreshesAlone: 500,
  refreshesAbreast: 2_000,
  postRounds: 3,
  postAlerts: 50,
  postSpreadMs: 5_000,
  durableRounds: 7,
  deliveredAlerts: 1_000,
  startRounds: 7,
  readingRounds: 7,
  readingRepeats: 100,
  huntingRounds: 5,
  answers: 40,
  auditRows: 1_000_000,
  auditRowsFew: 100_000,
  maskedAlerts: 2_000,
  stormRefreshes: 1_200,
  stormMs: 10_000,
};

export const QUICK: Amounts = {
  refreshRounds: 2,
  refreshesAlone: 100,
  refreshesAbreast: 400,
  postRounds: 1,
  postAlerts: 20,
  postSpreadMs: 2_000,
  durableRounds: 3,
  deliveredAlerts: 200,
  startRounds: 3,
  readingRounds: 3,
  readingRepeats: 20,
  huntingRounds: 1,
  answers: 10,
  auditRows: 50_000,
  auditRowsFew: 10_000,
  maskedAlerts: 500,
  stormRefreshes: 240,
  stormMs: 2_000,
};
