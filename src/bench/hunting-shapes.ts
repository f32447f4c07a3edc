// What analysts ask of the hunting tables, one query for each shape of question: filters and exact counts, rankings,
// time lines, series, joins, lists taken apart and JSON parsed twice. Written for the sample tenant.

export interface HuntingShape {
  /** A short name for the table of figures. */
  name: string;
  query: string;
}

const CONFIDENTIAL = `dynamic(["defa4170-0d19-0005-0005-bc88714345d2", "defa4170-0d19-0005-0006-bc88714345d2",
  "defa4170-0d19-0005-0007-bc88714345d2", "defa4170-0d19-0005-0008-bc88714345d2"])`;
const LEAVES = '("upload", "uploaded", "removable", "printed", "shared", "network share")';
const ONE_PERSON = '"zoe.lindqvist@contoso.com"';
const TARGET = 'Target = tolower(tostring(column_ifexists("TargetUrlDomain", "")))';
const FILE_NAME = 'File = tolower(tostring(split(replace_string(ObjectId, "\\\\", "/"), "/")[-1]))';

export const HUNTING_SHAPES: readonly HuntingShape[] = [
  {
    name: 'labelled files to one domain, counted exactly',
    query: `let Site = "mail.google.com"; let Labels = ${CONFIDENTIAL};
      let Sent = materialize(DataSecurityEvents
        | where Timestamp >= ago(30d) and SensitivityLabelId has_any (Labels) and isnotempty(ObjectId)
        | extend ${TARGET}, Lists = tolower(strcat(ExternalUrlDomains, " ", tostring(column_ifexists("UrlDomainInfo", ""))))
        | where Target == Site or Target endswith strcat(".", Site) or Lists has Site
        | project Timestamp, ObjectId, AccountUpn);
      Sent
      | summarize Rows = count(), Earliest = min(Timestamp), Latest = max(Timestamp)
      | extend Files = toscalar(Sent | distinct ObjectId | count), People = toscalar(Sent | distinct AccountUpn | count)`,
  },
  {
    name: 'who sent them, with examples',
    query: `let Labels = ${CONFIDENTIAL};
      DataSecurityEvents
      | where Timestamp >= ago(30d) and SensitivityLabelId has_any (Labels)
      | extend ${TARGET}
      | where Target endswith "google.com" or tolower(ExternalUrlDomains) has "mail.google.com"
      | summarize Files = dcount(ObjectId), Rows = count(), Examples = make_set(ObjectId, 3), Acts = make_set(ActionType, 8) by AccountUpn, Department
      | sort by Files desc | take 20`,
  },
  {
    name: 'outside domains by files, from a column or a list',
    query: `DataSecurityEvents
      | where Timestamp >= ago(7d) and isnotempty(ObjectId)
      | extend ${TARGET}
      | extend Hosts = iff(isempty(Target), split(tolower(ExternalUrlDomains), ","), pack_array(Target))
      | mv-expand Each = Hosts to typeof(string)
      | extend Host = trim(@"[\\s\\[\\]""]+", Each)
      | where isnotempty(Host)
      | summarize Files = dcount(ObjectId), People = dcount(AccountUpn), Rows = count() by Host
      | top 15 by Files desc`,
  },
  {
    name: 'time line of one person',
    query: `let Person = ${ONE_PERSON}; let Alerted = now() - 2d;
      DataSecurityEvents
      | where Timestamp between ((Alerted - 3d) .. (Alerted + 1d)) and AccountUpn =~ Person
      | extend ${TARGET}, Service = tostring(column_ifexists("Workload", ""))
      | project Timestamp, ActionType, Service, ObjectId, Target, DeviceName, SensitivityLabelId, IPAddress
      | sort by Timestamp asc | take 150`,
  },
  {
    name: 'one person by act and day',
    query: `let Person = ${ONE_PERSON};
      DataSecurityEvents
      | where Timestamp >= ago(30d) and AccountUpn =~ Person
      | summarize Rows = count(), Files = dcountif(ObjectId, isnotempty(ObjectId)) by Day = bin(Timestamp, 1d), ActionType
      | sort by Day asc, Rows desc`,
  },
  {
    name: 'removable media by person and stick',
    query: `DataSecurityEvents
      | where Timestamp >= ago(30d)
      | where DeviceDestinationLocationType == 3 or isnotempty(RemovableMediaSerialNumber) or ActionType has "removable"
      | summarize Files = dcount(ObjectId), Rows = count(), From = make_set(DeviceName, 4) by AccountUpn, RemovableMediaModel, RemovableMediaSerialNumber
      | sort by Files desc | take 40`,
  },
  {
    name: 'labelled files printed, by each of their labels',
    query: `DataSecurityEvents
      | where Timestamp >= ago(14d) and isnotempty(SensitivityLabelId)
      | where isnotempty(PrinterName) or ActionType has_any ("print", "printed")
      | mv-expand Each = split(SensitivityLabelId, ",") to typeof(string)
      | summarize Prints = count(), Files = dcount(ObjectId), On = make_set(PrinterName, 4) by AccountUpn, Label = trim(@"\\s+", Each)
      | sort by Prints desc`,
  },
  {
    name: 'labels lowered or taken off',
    query: `DataSecurityEvents
      | where Timestamp >= ago(30d)
      | where ActionType has_any ("label downgraded", "label removed") or isnotempty(PreviousSensitivityLabelId)
      | project Timestamp, AccountUpn, ActionType, ObjectId, Before = PreviousSensitivityLabelId, After = SensitivityLabelId
      | sort by Timestamp desc | take 80`,
  },
  {
    name: 'label lowered, and the file left within a day',
    query: `let Lowered = DataSecurityEvents
        | where Timestamp >= ago(30d) and isnotempty(PreviousSensitivityLabelId) and isnotempty(ObjectId)
        | project Before = Timestamp, AccountUpn, ${FILE_NAME};
      let Gone = DataSecurityEvents
        | where Timestamp >= ago(30d) and isnotempty(ObjectId) and ActionType has_any ${LEAVES}
        | project After = Timestamp, AccountUpn, ${FILE_NAME}, ActionType;
      Lowered | join kind=inner Gone on AccountUpn, File
      | where After between (Before .. (Before + 24h))
      | project AccountUpn, File, Before, After, ActionType | sort by After desc`,
  },
  {
    name: 'outcomes of data loss prevention',
    query: `DataSecurityEvents
      | where Timestamp >= ago(30d) and isnotnull(DlpPolicyEnforcementMode) and DlpPolicyEnforcementMode > 0
      | extend Outcome = case(DlpPolicyEnforcementMode == 1, "audit", DlpPolicyEnforcementMode == 2, "warn", DlpPolicyEnforcementMode == 3, "bypass", DlpPolicyEnforcementMode == 4, "block", "allow")
      | summarize Rows = count(), People = dcount(AccountUpn), Files = dcount(ObjectId) by Outcome
      | sort by Rows desc`,
  },
  {
    name: 'who clicks through warnings of which policies',
    query: `DataSecurityEvents
      | where Timestamp >= ago(30d) and DlpPolicyEnforcementMode == 3
      | mv-expand Match = parse_json(DlpPolicyMatchInfo)
      | extend Policy = tostring(Match.PolicyName)
      | summarize Times = count(), Files = dcount(ObjectId), Policies = make_set(Policy, 8) by AccountUpn
      | where Times > 2 | sort by Times desc`,
  },
  {
    name: 'information types of one person, parsed twice',
    query: `let Person = ${ONE_PERSON};
      DataSecurityEvents
      | where Timestamp >= ago(30d) and AccountUpn =~ Person and isnotempty(SensitiveInfoTypeInfo)
      | mv-expand Element = parse_json(tostring(SensitiveInfoTypeInfo))
      | extend Found = parse_json(tostring(Element))
      | extend Kind = tostring(Found.SensitiveInfoTypeId), Times = tolong(Found.Count), Surety = toint(Found.Confidence)
      | where isnotempty(Kind)
      | summarize Rows = count(), Files = dcount(ObjectId), Times = sum(Times), Surest = max(Surety) by Kind
      | sort by Rows desc`,
  },
  {
    name: 'devices that nobody manages',
    query: `DataSecurityEvents
      | where Timestamp >= ago(14d) and (isnotempty(DeviceId) or isnotempty(DeviceName))
      | where tobool(IsManagedDevice) == false
      | summarize Rows = count(), Files = dcount(ObjectId), On = make_set(DeviceName, 8) by AccountUpn
      | sort by Rows desc`,
  },
  {
    name: 'domains that are not allowed',
    query: `DataSecurityEvents
      | where Timestamp >= ago(30d)
      | extend Forbidden = tostring(column_ifexists("UnallowedUrlDomains", ""))
      | where Forbidden !in ("", "[]")
      | summarize Rows = count(), Files = dcount(ObjectId), Some = make_set(AccountUpn, 8) by Forbidden
      | sort by Rows desc`,
  },
  {
    name: 'sequences of acts',
    query: `DataSecurityEvents
      | where Timestamp >= ago(30d) and isnotempty(SequenceCorrelationId)
      | summarize Acts = make_list(ActionType, 12), Steps = count(), First = min(Timestamp), Last = max(Timestamp) by SequenceCorrelationId, AccountUpn
      | where Steps >= 2 | extend Took = Last - First | sort by Last desc | take 40`,
  },
  {
    name: 'unusual behaviours of the week',
    query: `DataSecurityBehaviors
      | where Timestamp >= ago(7d) and tobool(IsAnomalous) == true
      | summarize arg_max(Timestamp, *) by BehaviorId
      | project AccountUpn, ActionType, StartTime, EndTime, ActivityCount, Description
      | sort by ActivityCount desc | take 40`,
  },
  {
    name: 'behaviours of one person, latest versions',
    query: `let Person = ${ONE_PERSON};
      DataSecurityBehaviors
      | where Timestamp >= ago(30d) and AccountUpn =~ Person
      | summarize arg_max(Timestamp, *) by BehaviorId
      | summarize Behaviours = count(), Acts = sum(ActivityCount), Unusual = countif(tobool(IsAnomalous) == true), First = min(StartTime) by ActionType, Categories
      | sort by Acts desc`,
  },
  {
    name: 'behaviours that touch prized content',
    query: `DataSecurityBehaviors
      | where Timestamp >= ago(30d) and tostring(PriorityContentMatchInfo) !in ("", "[]", "null")
      | summarize arg_max(Timestamp, *) by BehaviorId
      | extend Policy = tostring(column_ifexists("Policies", ""))
      | summarize Behaviours = count(), People = dcount(AccountUpn), Acts = sum(ActivityCount) by Policy, ActionType
      | sort by Behaviours desc`,
  },
  {
    name: 'behaviours by label name and domain, as text',
    query: `DataSecurityBehaviors
      | where Timestamp >= ago(30d)
      | summarize arg_max(Timestamp, *) by BehaviorId
      | where tostring(SensitivityLabelInfo) has "confidential" and tostring(UrlDomainInfo) has "mail.google.com"
      | summarize Behaviours = count(), People = dcount(AccountUpn), Kinds = make_set(ActionType, 8)`,
  },
  {
    name: 'risky use of assistants, by person',
    query: `DataSecurityEvents
      | where Timestamp >= ago(14d)
      | extend Category = tostring(column_ifexists("RiskyAIUsageAppCategory", ""))
      | where isnotempty(Category) or ActionType has_any ("prompt", "response")
      | summarize Rows = count(), Asked = countif(ActionType has "prompt"), Told = countif(ActionType has "response"), Apps = make_set(ApplicationNames, 4) by AccountUpn, Category
      | sort by Asked desc | take 40`,
  },
  {
    name: 'daily series without gaps',
    query: `let Labels = ${CONFIDENTIAL};
      DataSecurityEvents
      | where Timestamp >= ago(30d) and SensitivityLabelId has_any (Labels) and ActionType has_any ${LEAVES}
      | make-series Files = dcount(ObjectId) default = 0 on Timestamp from startofday(ago(30d)) to startofday(now()) step 1d
      | mv-expand Timestamp to typeof(datetime), Files to typeof(long)
      | project Day = Timestamp, Files`,
  },
  {
    name: 'alerts with their people and how busy those are',
    query: `let Alerts = AlertInfo
        | where Timestamp >= ago(30d) and (ServiceSource has "insider risk" or DetectionSource has "insider risk")
        | summarize arg_max(Timestamp, *) by AlertId | project AlertId, Raised = Timestamp, Title, Severity;
      let People = AlertEvidence
        | where Timestamp >= ago(30d) and EntityType =~ "user" and isnotempty(AccountUpn)
        | distinct AlertId, AccountUpn = tolower(AccountUpn);
      let Busy = DataSecurityBehaviors
        | where Timestamp >= ago(30d) | summarize arg_max(Timestamp, *) by BehaviorId
        | summarize Behaviours = count(), Acts = sum(ActivityCount) by AccountUpn = tolower(AccountUpn);
      Alerts | join kind=inner People on AlertId | join kind=leftouter Busy on AccountUpn
      | project Raised, AlertId, Title, Severity, AccountUpn, Behaviours = coalesce(Behaviours, 0), Acts = coalesce(Acts, 0)
      | sort by Raised desc`,
  },
  {
    name: 'departments by labelled files that leave',
    query: `DataSecurityEvents
      | where Timestamp >= ago(30d) and isnotempty(Department) and isnotempty(SensitivityLabelId) and ActionType has_any ${LEAVES}
      | summarize Files = dcount(ObjectId), People = dcount(AccountUpn), Rows = count() by Department
      | sort by Files desc`,
  },
  {
    name: 'work at odd hours',
    query: `DataSecurityEvents
      | where Timestamp >= ago(14d) and isnotempty(SensitivityLabelId)
      | extend Hour = hourofday(Timestamp), Weekday = dayofweek(Timestamp) / 1d
      | where Weekday in (0, 6) or Hour !between (6 .. 19)
      | summarize Rows = count(), Files = dcount(ObjectId) by AccountUpn
      | top 20 by Rows desc`,
  },
  {
    name: 'far above their own usual',
    query: `let Usual = DataSecurityEvents
        | where Timestamp between (ago(30d) .. ago(7d)) and ActionType !has "copilot"
        | summarize Before = count() by AccountUpn;
      DataSecurityEvents
      | where Timestamp > ago(7d) and ActionType !has "copilot"
      | summarize Lately = count() by AccountUpn
      | join kind=inner Usual on AccountUpn
      | extend Times = round((Lately / 7.0) / (Before / 23.0), 2)
      | where Before >= 10 and Times >= 1.5
      | project AccountUpn, Before, Lately, Times | sort by Times desc | take 20`,
  },
  {
    name: 'outside recipients of mail',
    query: `let Ours = dynamic(["contoso.com"]);
      DataSecurityEvents
      | where Timestamp >= ago(30d) and isnotempty(RecipientEmailAddress)
      | mv-expand Each = split(RecipientEmailAddress, ",") to typeof(string)
      | extend Host = tolower(tostring(split(trim(@"\\s+", Each), "@")[1]))
      | where isnotempty(Host) and Host !in (Ours)
      | summarize Mails = dcountif(InternetMessageId, isnotempty(InternetMessageId)), People = dcount(AccountUpn) by Host
      | top 15 by People desc`,
  },
];
