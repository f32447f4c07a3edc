// Questions about files that leave: to a domain, to sticks, to printers, to mail.
import { daysAgo } from './hunting-schema';
import { testQuestions, type HuntingQuestion } from './hunting-question';

const SECRET = '11111111-0000-0000-0000-00000000000a';
const SUBLABEL = '11111111-0000-0000-0000-00000000000b';
const OPEN = '22222222-0000-0000-0000-00000000000c';
const LABELS = `let Labels = dynamic(["${SECRET}", "${SUBLABEL}"]);`;
const LEAVES = '("upload", "uploaded", "Removable", "printed", "shared", "network share")';

const upload = (AccountUpn: string, ObjectId: string, days: number, more = {}) => ({
  Timestamp: daysAgo(days),
  ActionType: 'File upload to cloud',
  AccountUpn,
  ObjectId,
  SensitivityLabelId: SECRET,
  ...more,
});

// mail.google.com is named by its own column, by a subdomain, by a list, or only seems to be.
const TO_MAIL = [
  upload('ada@contoso.com', '/a/one.docx', 1, { TargetUrlDomain: 'MAIL.google.com', Department: 'HR' }),
  upload('ada@contoso.com', '/a/one.docx', 2, { ExternalUrlDomains: 'mail.google.com,x.example', Department: 'HR' }),
  upload('ben@contoso.com', '/a/one.docx', 3, {
    SensitivityLabelId: `${OPEN}, ${SUBLABEL}`,
    ExternalUrlDomains: '["eu.mail.google.com"]',
  }),
  upload('ben@contoso.com', '/b/two.docx', 4, { TargetUrlDomain: 'eu.mail.google.com' }),
  upload('cyd@contoso.com', '/c/no-label.docx', 1, { SensitivityLabelId: OPEN, ExternalUrlDomains: 'mail.google.com' }),
  upload('cyd@contoso.com', '/c/late.docx', 31, { ExternalUrlDomains: 'mail.google.com' }),
  upload('cyd@contoso.com', '', 1, { ExternalUrlDomains: 'mail.google.com' }),
  upload('cyd@contoso.com', '/c/other.docx', 1, { TargetUrlDomain: 'hotmail.google.com' }),
];

const questions: HuntingQuestion[] = [
  {
    asks: 'Q00 what columns a table has',
    query: 'AlertInfo | getschema | project ColumnName, ColumnType | take 2',
    columns: 'ColumnName string, ColumnType string',
    answer: [
      ['Timestamp', 'datetime'],
      ['AlertId', 'string'],
    ],
  },
  {
    asks: 'Q01 how many labelled files went to a domain, and by how many people',
    events: TO_MAIL,
    query: `let Days = 30d; let Site = "mail.google.com"; ${LABELS}
      let Found = materialize(DataSecurityEvents
        | where Timestamp > ago(Days) | where SensitivityLabelId has_any (Labels)
        | extend Target = tolower(tostring(column_ifexists("TargetUrlDomain", "")))
        | extend Texts = tolower(strcat(tostring(column_ifexists("UrlDomainInfo", "")), " ", ExternalUrlDomains, " ", tostring(column_ifexists("UnallowedUrlDomains", ""))))
        | where Target == Site or Target endswith strcat(".", Site) or Texts has Site
        | where isnotempty(ObjectId)
        | project Timestamp, AccountUpn, ObjectId);
      Found
      | summarize Events = count(), First = min(Timestamp), Last = max(Timestamp)
      | extend Files = toscalar(Found | distinct ObjectId | count), People = toscalar(Found | distinct AccountUpn | count)
      | project Files, People, Events, First, Last`,
    columns: 'Files long, People long, Events long, First datetime, Last datetime',
    answer: [[2, 2, 4, daysAgo(4), daysAgo(1)]],
    // Without a column for the target only the lists tell: the second and third rows.
    but: { '2026': [[1, 2, 2, daysAgo(3), daysAgo(2)]] },
  },
  {
    asks: 'Q02 who those people are, and which files',
    events: TO_MAIL,
    query: `let Site = "mail.google.com"; ${LABELS}
      DataSecurityEvents
      | where Timestamp > ago(30d) | where SensitivityLabelId has_any (Labels)
      | extend Target = tolower(tostring(column_ifexists("TargetUrlDomain", "")))
      | where Target == Site or Target endswith strcat(".", Site) or tolower(ExternalUrlDomains) has Site
      | where isnotempty(ObjectId)
      | summarize Files = dcount(ObjectId), Events = count(), Some = make_set(ObjectId, 1), Last = max(Timestamp) by AccountUpn, Department
      | order by Files desc, AccountUpn asc | take 25`,
    columns: 'AccountUpn string, Department string, Files long, Events long, Some dynamic, Last datetime',
    answer: [
      ['ben@contoso.com', '', 2, 2, ['/a/one.docx'], daysAgo(3)],
      ['ada@contoso.com', 'HR', 1, 2, ['/a/one.docx'], daysAgo(1)],
    ],
    but: {
      '2026': [
        ['ada@contoso.com', 'HR', 1, 1, ['/a/one.docx'], daysAgo(2)],
        ['ben@contoso.com', '', 1, 1, ['/a/one.docx'], daysAgo(3)],
      ],
    },
  },
  {
    asks: 'Q03 which outside domains received the most files this week',
    events: [
      upload('ada@contoso.com', '/1', 1, { TargetUrlDomain: 'Drop.example', ExternalUrlDomains: 'drop.example' }),
      upload('ada@contoso.com', '/2', 1, { ExternalUrlDomains: '["drop.example","mail.example"]' }),
      upload('ben@contoso.com', '/2', 1, { ExternalUrlDomains: ' mail.example , , drop.example' }),
      upload('ben@contoso.com', '/3', 1, { ExternalUrlDomains: '' }),
      upload('ben@contoso.com', '/4', 8, { ExternalUrlDomains: 'old.example' }),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(7d)
      | extend Target = tolower(tostring(column_ifexists("TargetUrlDomain", "")))
      | extend Listed = iff(isnotempty(Target), pack_array(Target), split(tolower(ExternalUrlDomains), ","))
      | mv-expand Raw = Listed to typeof(string)
      | extend Outside = trim(@"[\\s\\[\\]""]+", Raw)
      | where isnotempty(Outside) and isnotempty(ObjectId)
      | summarize Files = dcount(ObjectId), People = dcount(AccountUpn), Events = count() by Outside
      | top 20 by Files desc`,
    columns: 'Outside string, Files long, People long, Events long',
    answer: [
      ['drop.example', 2, 2, 3],
      ['mail.example', 1, 2, 2],
    ],
  },
  {
    asks: 'Q06 files copied to sticks, by serial number',
    events: [
      upload('ada@contoso.com', '/1', 1, {
        ActionType: 'File copied to Removable media',
        RemovableMediaSerialNumber: 'S1',
        DeviceName: 'pc1',
      }),
      upload('ada@contoso.com', '/2', 2, { RemovableMediaSerialNumber: 'S1', DeviceName: 'pc2' }),
      upload('ben@contoso.com', '/2', 3, { DeviceDestinationLocationType: 3, DeviceName: 'pc3' }),
      upload('ben@contoso.com', '/3', 3, { DeviceDestinationLocationType: 4 }),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(30d)
      | where ActionType has "removable" or isnotempty(RemovableMediaSerialNumber) or DeviceDestinationLocationType == 3
      | summarize Files = dcount(ObjectId), Events = count(), Devices = make_set(DeviceName, 5), Last = max(Timestamp)
          by AccountUpn, RemovableMediaSerialNumber
      | order by Files desc | take 50`,
    columns:
      'AccountUpn string, RemovableMediaSerialNumber string, Files long, Events long, Devices dynamic, Last datetime',
    answer: [
      ['ada@contoso.com', 'S1', 2, 2, ['pc1', 'pc2'], daysAgo(1)],
      ['ben@contoso.com', '', 1, 1, ['pc3'], daysAgo(3)],
    ],
  },
  {
    asks: 'Q07 labelled documents that were printed, label by label',
    events: [
      upload('ada@contoso.com', '/1', 1, {
        ActionType: 'File printed',
        PrinterName: 'P1',
        SensitivityLabelId: `${SECRET}, ${OPEN}`,
      }),
      upload('ada@contoso.com', '/1', 2, { PrinterName: 'P2' }),
      upload('ada@contoso.com', '/2', 2, { PrinterName: 'P2', SensitivityLabelId: '' }),
      upload('ada@contoso.com', '/3', 15, { PrinterName: 'P2' }),
      upload('ada@contoso.com', '/4', 1, { ActionType: 'File fingerprinted' }),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(14d)
      | where isnotempty(PrinterName) or ActionType has "print" or ActionType has "printed"
      | where isnotempty(SensitivityLabelId)
      | mv-expand Label = split(SensitivityLabelId, ",") to typeof(string)
      | summarize Prints = count(), Files = dcount(ObjectId), Printers = make_set(PrinterName, 5) by AccountUpn, Label = trim(@"\\s+", Label)
      | order by Prints desc`,
    columns: 'AccountUpn string, Label string, Prints long, Files long, Printers dynamic',
    answer: [
      ['ada@contoso.com', SECRET, 2, 1, ['P1', 'P2']],
      ['ada@contoso.com', OPEN, 1, 1, ['P1']],
    ],
  },
  {
    asks: 'Q21 labelled files leaving day by day, days without any included',
    events: [
      upload('ada@contoso.com', '/1', 2),
      upload('ben@contoso.com', '/1', 2, { Timestamp: daysAgo(2, '23:59') }),
      upload('ben@contoso.com', '/2', 2),
      upload('ben@contoso.com', '/3', 3, { SensitivityLabelId: OPEN }),
      upload('ben@contoso.com', '/4', 1, { Timestamp: daysAgo(1, '00:00') }),
    ],
    query: `${LABELS}
      DataSecurityEvents | where Timestamp > ago(30d)
      | where SensitivityLabelId has_any (Labels) | where ActionType has_any ${LEAVES}
      | make-series Files = dcount(ObjectId) default = 0 on Timestamp from startofday(ago(3d)) to startofday(now()) step 1d
      | mv-expand Timestamp to typeof(datetime), Files to typeof(long)
      | project Day = Timestamp, Files`,
    columns: 'Day datetime, Files long',
    answer: [
      [daysAgo(3, '00:00'), 0],
      [daysAgo(2, '00:00'), 2],
      [daysAgo(1, '00:00'), 1],
    ],
  },
  {
    asks: 'Q23 which departments move the most labelled files out',
    events: [
      upload('ada@contoso.com', '/1', 1, { Department: 'Finance' }),
      upload('ada@contoso.com', '/1', 2, { Department: 'Finance', ActionType: 'Sensitive info shared on Teams' }),
      upload('ben@contoso.com', '/1', 2, { Department: 'HR' }),
      upload('ben@contoso.com', '/2', 2, { Department: 'HR', SensitivityLabelId: OPEN }),
      upload('cyd@contoso.com', '/3', 2, { Department: '' }),
      upload('cyd@contoso.com', '/3', 2, { Department: 'HR', ActionType: 'Sensitive File read' }),
    ],
    query: `DataSecurityEvents | where Timestamp > ago(30d)
      | where isnotempty(SensitivityLabelId) and isnotempty(Department) | where ActionType has_any ${LEAVES}
      | summarize Files = dcount(ObjectId), People = dcount(AccountUpn), Events = count() by Department
      | order by Files desc`,
    columns: 'Department string, Files long, People long, Events long',
    answer: [
      ['HR', 2, 1, 2],
      ['Finance', 1, 1, 2],
    ],
  },
  {
    asks: 'Q26 which outside mail domains receive messages',
    events: [
      upload('ada@contoso.com', '', 1, {
        InternetMessageId: 'm1',
        RecipientEmailAddress: 'x@Far.example, y@contoso.com',
      }),
      upload('ben@contoso.com', '', 2, { InternetMessageId: 'm2', RecipientEmailAddress: 'z@far.example' }),
      upload('ben@contoso.com', '', 2, { InternetMessageId: 'm2', RecipientEmailAddress: 'q@near.example' }),
      upload('ben@contoso.com', '', 2, { InternetMessageId: 'm3', RecipientEmailAddress: 'no address' }),
    ],
    query: `let Own = dynamic(["contoso.com", "contoso.onmicrosoft.com"]);
      DataSecurityEvents | where Timestamp > ago(30d) | where isnotempty(RecipientEmailAddress)
      | mv-expand To = split(RecipientEmailAddress, ",") to typeof(string)
      | extend To = tolower(trim(@"\\s+", To)), Domain = tolower(tostring(split(trim(@"\\s+", To), "@")[1]))
      | where isnotempty(Domain) and Domain !in (Own)
      | summarize Messages = dcount(InternetMessageId), People = dcount(AccountUpn) by Domain
      | top 20 by Messages desc`,
    columns: 'Domain string, Messages long, People long',
    answer: [
      ['far.example', 2, 2],
      ['near.example', 1, 1],
    ],
  },
];

testQuestions(questions);
