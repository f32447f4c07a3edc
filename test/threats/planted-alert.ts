// Alerts as Graph may give them, with somebody or something planted in every field that can carry text.
import { afterStart, HOUR } from '../builders/instants';
import { alertId, IRM } from '../builders/alert';
import { HOSTILE } from '../domain/hostile-texts';
import { called, plantPerson, STAFF_MARK, thing, type Chance, type PlantedPerson } from './planted-people';

type Wire = Record<string, unknown>;

const GRAPH = '#microsoft.graph.security.';
const SHORT_HOSTILE = HOSTILE.filter(({ text }) => text.length < 300).map(({ text }) => text);

const account = (person: PlantedPerson): Wire => ({
  accountName: person.accountName,
  domainName: 'FABRIKAM',
  userSid: person.sid,
  azureAdUserId: person.objectId,
  userPrincipalName: person.userPrincipalName,
  displayName: person.displayName,
});

const common = (chance: Chance, person: PlantedPerson): Wire => ({
  createdDateTime: `not a time but ${person.displayName}`,
  verdict: person.accountName,
  remediationStatus: person.displayName,
  remediationStatusDetails: called(chance, person),
  roles: [person.displayName],
  detailedRoles: [person.userPrincipalName],
  tags: [`${thing(chance)} ${person.family}`],
});

/** The kinds by which the bot knows people, and things called after them. */
function knownKinds(chance: Chance, people: readonly [PlantedPerson, ...PlantedPerson[]]): Wire[] {
  const [subject, sender = subject, recipient = subject, mailbox = subject] = people;
  const of = (kind: string, about: PlantedPerson, more: Wire): Wire => ({
    ...common(chance, about),
    '@odata.type': `${GRAPH}${kind}`,
    ...more,
  });
  const fileDetails = {
    fileName: `${called(chance, subject).replace(/[\\/]/g, ' ')} ${thing(chance, '.docx')}`,
    filePath: `C:\\Users\\${subject.accountName}\\${thing(chance)}`,
    sha256: chance.hex(64),
    issuer: subject.displayName,
  };
  return [
    of('userEvidence', subject, { roles: ['policyViolator'], userAccount: account(subject) }),
    of('fileEvidence', subject, { fileDetails, mdeDeviceId: chance.hex(40) }),
    of('deviceEvidence', subject, {
      hostName: `${subject.accountName}-${thing(chance)}`,
      deviceDnsName: `${subject.accountName}-${thing(chance)}.fabrikam.example`,
      loggedOnUsers: [{ accountName: sender.accountName, domainName: 'FABRIKAM' }],
      ipInterfaces: [thing(chance)],
    }),
    of('urlEvidence', subject, {
      url: `https://${thing(chance)}.example/${encodeURIComponent(called(chance, subject))}`,
    }),
    of('cloudApplicationEvidence', subject, { displayName: thing(chance), instanceName: subject.displayName }),
    of('mailboxEvidence', mailbox, {
      primaryAddress: mailbox.userPrincipalName,
      displayName: mailbox.displayName,
      upn: mailbox.userPrincipalName,
      userAccount: account(mailbox),
    }),
    of('analyzedMessageEvidence', sender, {
      subject: `${thing(chance)} for ${called(chance, recipient)}`,
      p1Sender: { emailAddress: sender.userPrincipalName, displayName: sender.displayName },
      p2Sender: { emailAddress: sender.userPrincipalName, displayName: sender.displayName },
      recipientEmailAddress: recipient.userPrincipalName,
    }),
    of('teamsMessageEvidence', sender, {
      subject: `${thing(chance)} ${called(chance, recipient)}`,
      senderFromAddress: sender.userPrincipalName,
      recipients: [recipient.userPrincipalName],
    }),
  ];
}

/** Kinds that name people in ways of their own, of today and of tomorrow, and what is no evidence at all. */
function otherKinds(chance: Chance, person: PlantedPerson): unknown[] {
  const kind = chance.of(['processEvidence', 'cloudLogonSessionEvidence', 'dlpEvidence', 'submissionMailEvidence']);
  return [
    {
      ...common(chance, person),
      '@odata.type': `${GRAPH}${kind}`,
      userAccount: account(person),
      account: { userAccount: account(person) },
      sender: person.userPrincipalName,
      recipient: person.userPrincipalName,
      submitter: person.userPrincipalName,
      processCommandLine: `copy ${called(chance, person)} ${thing(chance)}`,
    },
    { '@odata.type': `${GRAPH}${person.accountName}`, displayName: person.displayName },
    chance.of<unknown>([null, person.displayName, 7, [account(person)], { userAccount: person.displayName }]),
  ];
}

function portalAddress(chance: Chance, id: string, people: readonly [PlantedPerson, ...PlantedPerson[]]): string {
  const [subject] = people;
  const other = people.at(-1) ?? subject;
  return chance.of([
    `https://security.microsoft.com/alerts/${id}?tid=5b1f7c0e-3d52-4c57-9a07-6d1c2f9e8b41`,
    `https://security.microsoft.com/alerts/${id}?user=${encodeURIComponent(subject.userPrincipalName)}`,
    `https://security.microsoft.com/alerts/${id}?name=${encodeURIComponent(subject.displayName)}`,
    `https://security.microsoft.com/alerts/${subject.accountName}`,
    `https://security.microsoft.com/alerts/${id}#${encodeURIComponent(other.displayName)}`,
    `https://security.microsoft.com/users/${encodeURIComponent(encodeURIComponent(other.userPrincipalName))}`,
    `https://security.microsoft.com/files/${thing(chance)}`,
    `https://security.microsoft.com.${thing(chance)}.example/alerts/${id}`,
    `javascript:alert('${subject.displayName}')`,
  ]);
}

export interface PlantedAlert {
  wire: Wire;
  owner: 'staff' | 'subject' | 'nobody';
}

export function plantAlert(chance: Chance, seed: number): PlantedAlert {
  const id = alertId(seed);
  const people = [plantPerson(chance), plantPerson(chance), plantPerson(chance), plantPerson(chance)] as const;
  const [subject] = people;
  const stranger = plantPerson(chance);
  const said = () => `${called(chance, chance.of(people))} ${chance.of(['', thing(chance)])}`;
  const hostile = chance.of(['', '', ...SHORT_HOSTILE]);
  const owner = chance.of<PlantedAlert['owner']>(['staff', 'staff', 'subject', 'nobody']);
  const staff = plantPerson(chance, STAFF_MARK);
  const assigned = { staff: staff.userPrincipalName, subject: called(chance, subject), nobody: null }[owner];
  const word = () => called(chance, stranger);
  const at = (hours: number) => afterStart(-hours * HOUR);
  const wire: Wire = {
    id,
    title: `Data leak by ${said()} ${hostile}`,
    description: `${said()} sent it to ${said()}; ${hostile} then ${said()}.`,
    serviceSource: IRM,
    detectionSource: chance.of([IRM, `${plain(stranger)}Source`, word()]),
    detectorId: word(),
    providerAlertId: word(),
    productName: word(),
    tenantId: stranger.objectId,
    incidentId: chance.of([String(seed), word(), plain(stranger)]),
    incidentWebUrl: portalAddress(chance, id, people),
    alertWebUrl: portalAddress(chance, id, people),
    alertPolicyId: chance.of([null, plain(stranger)]),
    actorDisplayName: word(),
    threatDisplayName: word(),
    threatFamilyName: word(),
    status: chance.of(['new', 'inProgress', 'new', word()]),
    severity: chance.of(['high', 'medium', 'low', word()]),
    classification: chance.of([null, word()]),
    determination: chance.of([null, word()]),
    category: word(),
    categories: ['Exfiltration', word(), said()],
    mitreTechniques: ['T1052.001', word(), plain(stranger)],
    assignedTo: assigned,
    recommendedActions: said(),
    systemTags: [said(), word()],
    customDetails: { [thing(chance)]: said(), name: word() },
    additionalData: { [plain(stranger)]: word() },
    comments: [{ comment: said(), createdByDisplayName: stranger.displayName, createdDateTime: word() }],
    createdDateTime: at(2),
    lastUpdateDateTime: at(1),
    resolvedDateTime: word(),
    firstActivityDateTime: chance.of([at(4), word()]),
    lastActivityDateTime: chance.of([at(3), word()]),
    evidence: [...knownKinds(chance, people), ...people.flatMap((person) => otherKinds(chance, person))],
    [plain(stranger)]: word(),
  };
  return { wire, owner };
}

const plain = ({ accountName }: PlantedPerson) => accountName.replace(/\W/g, '');
