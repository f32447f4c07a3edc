// The JSON columns of a behaviour: devices, labels, domains, sites and so on, each with its number of events.
import type { BehaviourContext } from './behaviours';
import type { Cells, EventCells } from './table-rows';

export function behaviourLists(acts: readonly EventCells[], policy: string, context: BehaviourContext): Cells {
  const { labels, workplace } = context;
  const labelIds = tally(acts, ({ SensitivityLabelId: ids }) => String(ids ?? '').split(','));
  const prized = labelIds.filter(([id]) => labels.nameOf(id)?.startsWith('Highly Confidential'));
  const typeName = (id: string) => workplace.sensitiveInfoTypes.find((type) => type.id === id)?.name ?? '';
  const classOf = (name: string) => workplace.domains.find((domain) => domain.name === name)?.class;
  return {
    Application: tally(acts, text('ApplicationNames'))[0]?.[0] ?? '',
    DeviceInfo: tally(acts, text('DeviceName')).map(([name, count]) => ({
      DeviceId: acts.find(({ DeviceName: one }) => one === name)?.DeviceId ?? '',
      DeviceName: name,
      EventCount: count,
    })),
    SensitivityLabelInfo: labelIds.map(([id, count]) => ({
      SensitivityLabelId: id,
      SensitivityLabelName: labels.nameOf(id) ?? '',
      EventCount: count,
    })),
    SensitiveInfoTypesInfo: tally(acts, infoTypeIds).map(([id, count]) => ({
      SensitiveInfoTypeId: id,
      SensitiveInfoTypeName: typeName(id),
      EventCount: count,
    })),
    UrlDomainInfo: tally(acts, text('TargetUrlDomain')).map(([name, count]) => ({
      UrlDomain: name,
      Direction: 'Sent',
      DomainType: classOf(name) === 'unallowed' ? 'Unallowed' : 'ThirdParty',
      EventCount: count,
    })),
    SharepointSiteInfo: tally(acts, text('SiteUrl')).map(([url, count]) => ({
      SiteId: url,
      SiteName: url.split('/').at(-1) ?? '',
      EventCount: count,
    })),
    RecipientEmailInfo: tally(acts, text('RecipientEmailAddress')).map(([address, count]) => ({
      RecipientEmailAddress: address,
      EventCount: count,
    })),
    RemovableMediaInfo: tally(acts, text('RemovableMediaSerialNumber')).map(([serial]) => {
      const stick = workplace.usbSticks.find((one) => one.serial === serial);
      return { SerialNumber: serial, Manufacturer: stick?.manufacturer ?? '', Model: stick?.model ?? '' };
    }),
    PrinterName: tally(acts, text('PrinterName')).map(([name]) => name),
    PriorityContentMatchInfo: prized.map(([id, count]) => ({
      PolicyName: policy,
      SensitivityLabelId: id,
      EventCount: count,
    })),
  };
}

type Column = keyof EventCells;

const text =
  (column: Column) =>
  (row: EventCells): string[] => {
    const value = row[column];
    return typeof value === 'string' ? [value] : [];
  };

function infoTypeIds({ SensitiveInfoTypeInfo: elements }: EventCells): string[] {
  if (!Array.isArray(elements)) return [];
  return elements.map((one) => String((JSON.parse(String(one)) as Record<string, unknown>)['SensitiveInfoTypeId']));
}

/** Each value that is not empty with the number of rows that have it, most frequent first. */
function tally(acts: readonly EventCells[], values: (row: EventCells) => string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of acts) {
    for (const value of new Set(values(row))) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left);
}
