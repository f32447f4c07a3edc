// Questions about what one person or each person did.
import { daysAgo } from './hunting-schema';
import { testQuestions, type HuntingQuestion } from './hunting-question';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const READ = 'Sensitive File read';

const event = (AccountUpn: string, ActionType: string, Timestamp: number, more = {}) => ({
  AccountUpn,
  ActionType,
  Timestamp,
  ...more,
});
/** So many alike. */
const times = (count: number, AccountUpn: string, Timestamp: number) =>
  Array.from({ length: count }, () => event(AccountUpn, READ, Timestamp));

const questions: HuntingQuestion[] = [
  {
    asks: 'Q04 what someone did around an alert',
    events: [
      event('Ada@Contoso.com', READ, daysAgo(3), {
        ObjectId: '/2',
        Workload: 'SharePoint',
        TargetUrlDomain: 'a.example',
      }),
      event('ada@contoso.com', READ, daysAgo(5), { ObjectId: '/1', DlpPolicyEnforcementMode: 4 }),
      event('ada@contoso.com', READ, daysAgo(6, '00:00'), { ObjectId: '/0' }),
      event('ben@contoso.com', READ, daysAgo(4), {}),
    ],
    query: `let Who = "ada@contoso.com"; let AlertTime = datetime(2026-08-12T09:30:00Z);
      DataSecurityEvents
      | where Timestamp between ((AlertTime - 3d) .. (AlertTime + 1d)) | where AccountUpn =~ Who
      | extend Target = tostring(column_ifexists("TargetUrlDomain", "")), Load = tostring(column_ifexists("Workload", ""))
      | project Timestamp, ActionType, Load, ObjectId, Target, DlpPolicyEnforcementMode
      | order by Timestamp asc | take 200`,
    columns:
      'Timestamp datetime, ActionType string, Load string, ObjectId string, Target string, DlpPolicyEnforcementMode int',
    answer: [
      [daysAgo(5), READ, '', '/1', '', 4],
      [daysAgo(3), READ, 'SharePoint', '/2', 'a.example', null],
    ],
    but: {
      '2026': [
        [daysAgo(5), READ, '', '/1', '', 4],
        [daysAgo(3), READ, '', '/2', '', null],
      ],
    },
  },
  {
    asks: 'Q05 someone’s acts by kind and day',
    events: [
      event('ada@contoso.com', READ, daysAgo(1, '00:00'), { ObjectId: '/1' }),
      event('ada@contoso.com', READ, daysAgo(1, '23:59'), { ObjectId: '/1' }),
      event('ada@contoso.com', READ, daysAgo(1, '12:00')),
      event('ada@contoso.com', 'File Archived', daysAgo(1, '12:00'), { ObjectId: '/2' }),
      event('ada@contoso.com', READ, daysAgo(2, '12:00'), { ObjectId: '/3' }),
    ],
    query: `let Who = "ADA@contoso.com";
      DataSecurityEvents | where Timestamp > ago(30d) and AccountUpn =~ Who
      | summarize Events = count(), Files = dcountif(ObjectId, isnotempty(ObjectId)) by ActionType, Day = bin(Timestamp, 1d)
      | order by Day asc, Events desc`,
    columns: 'ActionType string, Day datetime, Events long, Files long',
    answer: [
      [READ, daysAgo(2, '00:00'), 1, 1],
      [READ, daysAgo(1, '00:00'), 3, 1],
      ['File Archived', daysAgo(1, '00:00'), 1, 1],
    ],
  },
  {
    asks: 'Q12 what kinds of sensitive data someone touched, out of strings of JSON in an array',
    events: [
      event('ada@contoso.com', READ, daysAgo(1), {
        ObjectId: '/1',
        SensitiveInfoTypeInfo: [
          '{"SensitiveInfoTypeId":"card","Confidence":85,"Count":3}',
          '{"SensitiveInfoTypeId":"ssn","Confidence":75,"Count":1}',
        ],
      }),
      event('ada@contoso.com', READ, daysAgo(1), {
        ObjectId: '/2',
        SensitiveInfoTypeInfo: ['{"SensitiveInfoTypeId":"card","Confidence":95,"Count":4}', '{"Count":9}'],
      }),
      event('ada@contoso.com', READ, daysAgo(1), { ObjectId: '/3', SensitiveInfoTypeInfo: [null] }),
      event('ada@contoso.com', READ, daysAgo(1), { ObjectId: '/4' }),
    ],
    query: `let Who = "ada@contoso.com";
      DataSecurityEvents | where Timestamp > ago(30d) and AccountUpn =~ Who | where isnotempty(SensitiveInfoTypeInfo)
      | mv-expand Element = parse_json(tostring(SensitiveInfoTypeInfo))
      | extend Sit = parse_json(tostring(Element))
      | extend SitId = tostring(Sit.SensitiveInfoTypeId), Sure = toint(Sit.Confidence), Matches = tolong(Sit.Count)
      | where isnotempty(SitId)
      | summarize Events = count(), Files = dcount(ObjectId), Matches = sum(Matches), Most = max(Sure) by SitId
      | order by Events desc`,
    columns: 'SitId string, Events long, Files long, Matches long, Most int',
    answer: [
      ['card', 2, 2, 7, 95],
      ['ssn', 1, 1, 1, 75],
    ],
  },
  {
    asks: 'Q13 acts on unmanaged devices',
    events: [
      event('ada@contoso.com', READ, daysAgo(1), { IsManagedDevice: false, DeviceName: 'pc1', ObjectId: '/1' }),
      event('ada@contoso.com', READ, daysAgo(1), { IsManagedDevice: false, DeviceId: 'd2', ObjectId: '/1' }),
      event('ada@contoso.com', READ, daysAgo(1), { IsManagedDevice: true, DeviceName: 'pc3' }),
      event('ada@contoso.com', READ, daysAgo(1), { DeviceName: 'pc4' }),
      event('ada@contoso.com', READ, daysAgo(1), { IsManagedDevice: false }),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(14d) | where isnotempty(DeviceName) or isnotempty(DeviceId)
      | where tobool(IsManagedDevice) == false
      | summarize Events = count(), Files = dcount(ObjectId), Devices = make_set(DeviceName, 10) by AccountUpn`,
    columns: 'AccountUpn string, Events long, Files long, Devices dynamic',
    answer: [['ada@contoso.com', 2, 1, ['pc1', '']]],
  },
  {
    asks: 'Q15 sequences of several acts',
    events: [
      event('ada@contoso.com', 'Downloaded', daysAgo(1, '10:00'), { SequenceCorrelationId: 's1', ObjectId: '/1' }),
      event('ada@contoso.com', 'Renamed', daysAgo(1, '11:30'), { SequenceCorrelationId: 's1', ObjectId: '/1' }),
      event('ben@contoso.com', 'Renamed', daysAgo(1), { SequenceCorrelationId: 's1' }),
      event('ben@contoso.com', 'Renamed', daysAgo(1)),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(30d) | where isnotempty(SequenceCorrelationId)
      | summarize Steps = count(), Acts = make_list(ActionType, 20), Start = min(Timestamp), End = max(Timestamp)
          by SequenceCorrelationId, AccountUpn
      | where Steps > 1 | extend Took = End - Start | order by End desc | take 50`,
    columns:
      'SequenceCorrelationId string, AccountUpn string, Steps long, Acts dynamic, Start datetime, End datetime, Took timespan',
    answer: [
      ['s1', 'ada@contoso.com', 2, ['Downloaded', 'Renamed'], daysAgo(1, '10:00'), daysAgo(1, '11:30'), 1.5 * HOUR],
    ],
  },
  {
    asks: 'Q20 who puts sensitive data into AI applications',
    events: [
      event('ada@contoso.com', 'Risky prompt entered in Copilot;Sensitive response received in Copilot', daysAgo(1), {
        ApplicationNames: 'Copilot',
      }),
      event('ada@contoso.com', 'Risky prompt entered in Copilot', daysAgo(1), { ApplicationNames: 'Copilot' }),
      event('ben@contoso.com', 'Sites browsed', daysAgo(1), { RiskyAIUsageAppCategory: 'Chat' }),
      event('ben@contoso.com', 'Promptly read', daysAgo(1)),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(14d)
      | where ActionType has_any ("prompt", "response") or isnotempty(tostring(column_ifexists("RiskyAIUsageAppCategory", "")))
      | extend Category = tostring(column_ifexists("RiskyAIUsageAppCategory", ""))
      | summarize Rows = count(), Prompts = countif(ActionType has "prompt"), Responses = countif(ActionType has "response"),
          Apps = make_set(ApplicationNames, 5) by AccountUpn, Category
      | order by Prompts desc | take 50`,
    columns: 'AccountUpn string, Category string, Rows long, Prompts long, Responses long, Apps dynamic',
    answer: [['ada@contoso.com', '', 2, 2, 1, ['Copilot']]],
    but: {
      '2026': [
        ['ada@contoso.com', '', 2, 2, 1, ['Copilot']],
        ['ben@contoso.com', 'Chat', 1, 0, 0, ['']],
      ],
    },
  },
  {
    asks: 'Q24 who works with labelled files at odd hours',
    events: [
      event('ada@contoso.com', READ, daysAgo(1, '06:59'), { SensitivityLabelId: 'L', ObjectId: '/1' }),
      event('ada@contoso.com', READ, daysAgo(1, '19:00'), { SensitivityLabelId: 'L', ObjectId: '/1' }),
      event('ada@contoso.com', READ, daysAgo(1, '18:59'), { SensitivityLabelId: 'L' }),
      // Today is a Saturday, so six days ago was a Sunday.
      event('ben@contoso.com', READ, daysAgo(6, '12:00'), { SensitivityLabelId: 'L', ObjectId: '/2' }),
      event('cyd@contoso.com', READ, daysAgo(1, '03:00'), {}),
    ],
    query: `let From = 7; let To = 19;
      DataSecurityEvents | where Timestamp > ago(14d) | where isnotempty(SensitivityLabelId)
      | extend Hour = hourofday(Timestamp), Weekday = dayofweek(Timestamp) / 1d
      | where Hour < From or Hour >= To or Weekday in (0, 6)
      | summarize Events = count(), Files = dcount(ObjectId) by AccountUpn | order by Events desc | take 25`,
    columns: 'AccountUpn string, Events long, Files long',
    answer: [
      ['ada@contoso.com', 2, 1],
      ['ben@contoso.com', 1, 1],
    ],
  },
  {
    asks: 'Q25 whose last week is far above their own level',
    events: [
      ...times(23, 'ada@contoso.com', daysAgo(20)),
      ...times(21, 'ada@contoso.com', daysAgo(2)),
      ...times(46, 'ben@contoso.com', daysAgo(20)),
      ...times(21, 'ben@contoso.com', daysAgo(2)),
      ...times(9, 'cyd@contoso.com', daysAgo(20)),
      ...times(30, 'cyd@contoso.com', daysAgo(2)),
      event('ada@contoso.com', 'Risky prompt entered in Copilot', daysAgo(2)),
    ],
    query: `let Before = DataSecurityEvents
        | where Timestamp between (ago(30d) .. ago(7d)) | where ActionType !has "Copilot"
        | summarize Earlier = count() by AccountUpn;
      DataSecurityEvents | where Timestamp > ago(7d) | where ActionType !has "copilot"
      | summarize Recent = count() by AccountUpn
      | join kind=inner Before on AccountUpn
      | extend Ratio = round((Recent / 7.0) / (Earlier / 23.0), 1)
      | where Earlier >= 10 and Recent >= 20 and Ratio >= 2.0
      | project AccountUpn, Earlier, Recent, Ratio | order by Ratio desc | take 25`,
    columns: 'AccountUpn string, Earlier long, Recent long, Ratio real',
    answer: [['ada@contoso.com', 23, 21, 3]],
  },
  {
    asks: 'how long ago the last act was, in days',
    events: [event('ada@contoso.com', READ, daysAgo(2, '12:00'))],
    query:
      'DataSecurityEvents | summarize Last = max(Timestamp) | project Days = (now() - Last) / 1d, Since = now() - Last',
    columns: 'Days real, Since timespan',
    answer: [[2, 2 * DAY]],
  },
];

testQuestions(questions);
