// Questions about rules that held or were overridden, labels that changed, behaviours, and alerts.
import { daysAgo } from './hunting-schema';
import { testQuestions, type HuntingQuestion } from './hunting-question';

const ADA = 'ada@contoso.com';
const BEN = 'ben@contoso.com';

const event = (AccountUpn: string, days: number, more = {}) => ({ AccountUpn, Timestamp: daysAgo(days), ...more });
const bypass = (AccountUpn: string, ObjectId: string, policies: string) =>
  event(AccountUpn, 1, { DlpPolicyEnforcementMode: 3, ObjectId, DlpPolicyMatchInfo: policies });
const behavior = (BehaviorId: string, days: number, more = {}) => ({ BehaviorId, Timestamp: daysAgo(days), ...more });

// The same behaviour written three times: only the last counts.
const REWRITTEN = [
  behavior('b1', 3, { ActivityCount: 1, AccountUpn: ADA, ActionType: 'Exfiltration', IsAnomalous: true }),
  behavior('b1', 1, {
    ActivityCount: 7,
    AccountUpn: ADA,
    ActionType: 'Exfiltration',
    IsAnomalous: true,
    StartTime: daysAgo(4),
  }),
  behavior('b1', 2, { ActivityCount: 3, AccountUpn: ADA, ActionType: 'Exfiltration', IsAnomalous: true }),
  behavior('b2', 2, { ActivityCount: 9, AccountUpn: BEN, ActionType: 'Obfuscation', IsAnomalous: false }),
  behavior('b3', 2, { ActivityCount: 2, AccountUpn: ADA, ActionType: 'Exfiltration' }),
];

const questions: HuntingQuestion[] = [
  {
    asks: 'Q08 labels lowered or removed',
    events: [
      event(ADA, 2, { ActionType: 'Label removed from a file', ObjectId: '/1', SensitivityLabelId: 'new' }),
      event(ADA, 1, { ActionType: 'Changed', ObjectId: '/2', PreviousSensitivityLabelId: 'old' }),
      event(ADA, 1, { ActionType: 'Labels downgraded', ObjectId: '/3' }),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(30d)
      | where isnotempty(PreviousSensitivityLabelId) or ActionType has_any ("Label downgraded", "label removed")
      | project Timestamp, ObjectId, Before = PreviousSensitivityLabelId, After = SensitivityLabelId
      | order by Timestamp desc | take 100`,
    columns: 'Timestamp datetime, ObjectId string, Before string, After string',
    answer: [
      [daysAgo(1), '/2', 'old', ''],
      [daysAgo(2), '/1', '', 'new'],
    ],
  },
  {
    asks: 'Q09 a label lowered, and the same file leaving within a day',
    events: [
      event(ADA, 5, {
        PreviousSensitivityLabelId: 'old',
        ObjectId: 'C:\\work\\Plan.docx',
        ActionType: 'Label downgraded',
      }),
      event(ADA, 4, { ObjectId: 'https://x.example/plan.DOCX', ActionType: 'File upload to cloud', PrinterName: 'P' }),
      event(ADA, 3, { ObjectId: '/plan.docx', ActionType: 'File upload to cloud' }),
      event(ADA, 4, { ObjectId: '/other.docx', ActionType: 'File upload to cloud' }),
      event(BEN, 4, { ObjectId: '/plan.docx', ActionType: 'File upload to cloud' }),
    ],
    query: `let Lowered = DataSecurityEvents | where Timestamp > ago(30d)
        | where isnotempty(PreviousSensitivityLabelId) and isnotempty(ObjectId)
        | project LoweredAt = Timestamp, AccountUpn, Name = tolower(tostring(split(replace_string(ObjectId, "\\\\", "/"), "/")[-1])), Old = PreviousSensitivityLabelId;
      let Left = DataSecurityEvents | where Timestamp > ago(30d) | where isnotempty(ObjectId)
        | where ActionType has_any ("upload", "printed")
        | extend Place = strcat(tostring(column_ifexists("TargetUrlDomain", "")), " ", RemovableMediaSerialNumber, " ", PrinterName)
        | project LeftAt = Timestamp, AccountUpn, Name = tolower(tostring(split(replace_string(ObjectId, "\\\\", "/"), "/")[-1])), Place;
      Lowered | join kind=inner Left on AccountUpn, Name
      | where LeftAt between (LoweredAt .. (LoweredAt + 24h))
      | project AccountUpn, Name, Old, LoweredAt, LeftAt, Place | order by LeftAt desc`,
    columns: 'AccountUpn string, Name string, Old string, LoweredAt datetime, LeftAt datetime, Place string',
    answer: [[ADA, 'plan.docx', 'old', daysAgo(5), daysAgo(4), '  P']],
  },
  {
    asks: 'Q10 what rules blocked, warned about or let through',
    events: [
      event(ADA, 1, { DlpPolicyEnforcementMode: 4, ObjectId: '/1' }),
      event(BEN, 1, { DlpPolicyEnforcementMode: 4, ObjectId: '/1' }),
      event(BEN, 1, { DlpPolicyEnforcementMode: 2, ObjectId: '/1' }),
      event(BEN, 1, { DlpPolicyEnforcementMode: 0 }),
      event(BEN, 1, { DlpPolicyEnforcementMode: 9 }),
      event(BEN, 1),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(30d)
      | where isnotnull(DlpPolicyEnforcementMode) and DlpPolicyEnforcementMode != 0
      | extend Outcome = case(DlpPolicyEnforcementMode == 2, "Warn", DlpPolicyEnforcementMode == 4, "Block", "Other")
      | summarize Events = count(), People = dcount(AccountUpn), Files = dcount(ObjectId) by Outcome
      | order by Events desc, Outcome asc`,
    columns: 'Outcome string, Events long, People long, Files long',
    answer: [
      ['Block', 2, 2, 1],
      ['Other', 1, 1, 1],
      ['Warn', 1, 1, 1],
    ],
  },
  {
    asks: 'Q11 who keeps overriding warnings',
    events: [
      bypass(ADA, '/1', '[{"PolicyName":"Cards"},{"PolicyName":"Names"}]'),
      bypass(ADA, '/2', '[{"PolicyName":"Cards"}]'),
      bypass(ADA, '/2', ''),
      bypass(BEN, '/1', '[{"PolicyName":"Cards"}]'),
      bypass(BEN, '/1', '[]'),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(30d) and DlpPolicyEnforcementMode == 3
      | mv-expand Policy = parse_json(DlpPolicyMatchInfo) | extend Name = tostring(Policy.PolicyName)
      | summarize Bypasses = count(), Files = dcount(ObjectId), Policies = make_set(Name, 10) by AccountUpn
      | where Bypasses > 3 | order by Bypasses desc`,
    columns: 'AccountUpn string, Bypasses long, Files long, Policies dynamic',
    answer: [[ADA, 4, 2, ['Cards', 'Names', '']]],
  },
  {
    asks: 'Q14 traffic to domains that are not allowed',
    events: [
      event(ADA, 1, { UnallowedUrlDomains: 'bad.example', ObjectId: '/1' }),
      event(BEN, 1, { UnallowedUrlDomains: 'bad.example', ObjectId: '/1' }),
      event(BEN, 1, { UnallowedUrlDomains: '[]' }),
      event(BEN, 1),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(30d)
      | extend Bad = tostring(column_ifexists("UnallowedUrlDomains", "")) | where isnotempty(Bad) and Bad != "[]"
      | summarize Events = count(), Files = dcount(ObjectId), Some = make_set(AccountUpn, 10) by Bad | order by Events desc`,
    columns: 'Bad string, Events long, Files long, Some dynamic',
    answer: [['bad.example', 2, 1, [ADA, BEN]]],
    but: { '2026': [] },
  },
  {
    asks: 'Q16 unusual behaviours of the week, each as last written',
    behaviors: REWRITTEN,
    query: `DataSecurityBehaviors | where Timestamp > ago(7d) | where tobool(IsAnomalous) == true
      | summarize arg_max(Timestamp, *) by BehaviorId
      | project StartTime, AccountUpn, ActionType, ActivityCount | order by ActivityCount desc | take 50`,
    columns: 'StartTime datetime, AccountUpn string, ActionType string, ActivityCount int',
    answer: [[daysAgo(4), ADA, 'Exfiltration', 7]],
  },
  {
    asks: 'Q17 a person’s behaviours by kind',
    behaviors: REWRITTEN,
    query: `let Who = "ADA@contoso.com";
      DataSecurityBehaviors | where Timestamp > ago(30d) and AccountUpn =~ Who
      | summarize arg_max(Timestamp, *) by BehaviorId
      | summarize Behaviours = count(), Acts = sum(ActivityCount), Unusual = countif(tobool(IsAnomalous) == true), First = min(StartTime)
          by ActionType, Categories
      | order by Acts desc`,
    columns: 'ActionType string, Categories string, Behaviours long, Acts long, Unusual long, First datetime',
    answer: [['Exfiltration', '', 2, 9, 1, daysAgo(4)]],
  },
  {
    asks: 'Q18 behaviours that touched priority content, by policy',
    behaviors: [
      behavior('b1', 1, {
        PriorityContentMatchInfo: [{ Site: 'x' }],
        ActivityCount: 4,
        AccountUpn: ADA,
        Policies: 'Leaks',
      }),
      behavior('b2', 1, { PriorityContentMatchInfo: [], ActivityCount: 4 }),
      behavior('b3', 1, { ActivityCount: 4 }),
    ],
    query: `DataSecurityBehaviors | where Timestamp > ago(30d)
      | where isnotempty(tostring(PriorityContentMatchInfo)) and tostring(PriorityContentMatchInfo) !in ("[]", "null")
      | summarize arg_max(Timestamp, *) by BehaviorId | extend Policy = tostring(column_ifexists("Policies", ""))
      | summarize Behaviours = count(), People = dcount(AccountUpn), Acts = sum(ActivityCount) by Policy`,
    columns: 'Policy string, Behaviours long, People long, Acts long',
    answer: [['', 1, 1, 4]],
    but: { '2026': [['Leaks', 1, 1, 4]] },
  },
  {
    asks: 'Q19 label and domain by name inside JSON',
    behaviors: [
      behavior('b1', 1, {
        UrlDomainInfo: [{ D: 'mail.google.com', N: 3 }],
        SensitivityLabelInfo: [{ L: 'Confidential' }],
        AccountUpn: ADA,
        ActivityCount: 5,
        ActionType: 'Exfiltration',
      }),
      behavior('b2', 1, { UrlDomainInfo: [{ D: 'mail.google.com' }], SensitivityLabelInfo: [{ L: 'Public' }] }),
      behavior('b3', 1, { SensitivityLabelInfo: [{ L: 'Confidential' }] }),
    ],
    query: `DataSecurityBehaviors | where Timestamp > ago(30d) | summarize arg_max(Timestamp, *) by BehaviorId
      | where tostring(UrlDomainInfo) has "mail.google.com" | where tostring(SensitivityLabelInfo) has "confidential"
      | summarize People = dcount(AccountUpn), Behaviours = count(), Acts = sum(ActivityCount), Kinds = make_set(ActionType, 10)`,
    columns: 'People long, Behaviours long, Acts long, Kinds dynamic',
    answer: [[1, 1, 5, ['Exfiltration']]],
  },
  {
    asks: 'Q22 alerts with their person and how active that person is',
    alerts: [
      {
        Timestamp: daysAgo(2),
        AlertId: 'a1',
        Title: 'first',
        Severity: 'Low',
        ServiceSource: 'Microsoft Purview Insider Risk Management',
      },
      {
        Timestamp: daysAgo(1),
        AlertId: 'a1',
        Title: 'later',
        Severity: 'High',
        ServiceSource: 'Microsoft Purview Insider Risk Management',
      },
      { Timestamp: daysAgo(3), AlertId: 'a2', Title: 'two', Severity: 'Low', DetectionSource: 'Insider Risk' },
      { Timestamp: daysAgo(3), AlertId: 'a3', Title: 'other', ServiceSource: 'Microsoft Defender' },
    ],
    evidence: [
      { Timestamp: daysAgo(2), AlertId: 'a1', EntityType: 'User', AccountUpn: 'Ada@contoso.com' },
      { Timestamp: daysAgo(1), AlertId: 'a1', EntityType: 'user', AccountUpn: 'ada@contoso.com' },
      { Timestamp: daysAgo(1), AlertId: 'a1', EntityType: 'File', FileName: 'x' },
      { Timestamp: daysAgo(1), AlertId: 'a2', EntityType: 'User', AccountUpn: 'cyd@contoso.com' },
    ],
    behaviors: REWRITTEN,
    query: `let Alerts = AlertInfo | where Timestamp > ago(30d)
        | where ServiceSource has "Insider Risk" or DetectionSource has "Insider Risk"
        | summarize arg_max(Timestamp, *) by AlertId | project AlertId, At = Timestamp, Title, Severity;
      let People = AlertEvidence | where Timestamp > ago(30d) | where EntityType =~ "User" and isnotempty(AccountUpn)
        | distinct AlertId, AccountUpn = tolower(AccountUpn);
      Alerts | join kind=inner People on AlertId
      | join kind=leftouter (DataSecurityBehaviors | where Timestamp > ago(30d) | summarize arg_max(Timestamp, *) by BehaviorId
          | summarize Behaviours = count(), Acts = sum(ActivityCount) by AccountUpn = tolower(AccountUpn)) on AccountUpn
      | project At, AlertId, Title, Severity, AccountUpn, Behaviours = coalesce(Behaviours, 0), Acts = coalesce(Acts, 0)
      | order by At desc`,
    columns:
      'At datetime, AlertId string, Title string, Severity string, AccountUpn string, Behaviours long, Acts long',
    answer: [
      [daysAgo(1), 'a1', 'later', 'High', 'ada@contoso.com', 2, 9],
      [daysAgo(3), 'a2', 'two', 'Low', 'cyd@contoso.com', 0, 0],
    ],
  },
];

testQuestions(questions);
