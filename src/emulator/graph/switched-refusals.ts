// Every way in which the service refuses a hunting query, to be switched on whatever is asked. Statuses that no page
// gives are those of the nearest case that does; the words are the service's own.
import { badRequest, GraphError } from './graph-error';
import { outOfQuota, ranTooLong, tooLarge } from './hunting-refusals';

const QUOTA_SECONDS = 540;

const REFUSALS = {
  unknownTable: () =>
    badRequest(
      "'where' operator: Failed to resolve table or column expression named 'DataSecurityEvents'. Fix semantic errors in your query.",
    ),
  unknownColumn: () =>
    badRequest(
      "'extend' operator: Failed to resolve scalar expression named 'TargetUrlDomain'. Fix semantic errors in your query.",
    ),
  syntax: () => badRequest('A recognition error occurred. Fix syntax errors in your query.'),
  resultTooLarge: tooLarge,
  /** As Kusto itself words it. */
  resultSetTooLarge: () =>
    badRequest(
      'Query result set has exceeded the internal data size limit 67108864 (E_QUERY_RESULT_SET_TOO_LARGE; see https://aka.ms/kustoquerylimits)',
    ),
  processingUsedUp: () => outOfQuota(QUOTA_SECONDS),
  /** The wait stands in the words alone. */
  processingUsedUpUntold: () => new GraphError(429, 'TooManyRequests', outOfQuota(QUOTA_SECONDS).message),
  ranTooLong: () => badRequest('Query exceeded the timeout period.'),
  gatewayTimeout: ranTooLong,
  tooHeavy: () => badRequest('Query stopped due to excessive resource consumption.'),
  operatorTooHeavy: () =>
    badRequest("Query stopped. Adjust use of the 'summarize' operator to avoid excessive resource consumption."),
  /** 400 in words that nobody published. */
  unexplained: () => badRequest('The request could not be processed.'),
  serviceFault: () => new GraphError(500, 'UnknownError', ''),
  roleMissing: () =>
    new GraphError(
      403,
      'Forbidden',
      'Missing application roles. API required roles: ThreatHunting.Read.All, application roles: SecurityAlert.Read.All.',
    ),
} satisfies Record<string, () => GraphError>;

export type SwitchedRefusal = keyof typeof REFUSALS;
export const SWITCHED_REFUSALS = Object.keys(REFUSALS) as [SwitchedRefusal, ...SwitchedRefusal[]];

export const switchedRefusal = (name: SwitchedRefusal): GraphError => REFUSALS[name]();
