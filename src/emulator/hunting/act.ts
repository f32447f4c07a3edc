// What an act is made of: the cells of a file, of a place it goes to and of the sensitive data in it, spelled once.
import type { Chance } from '../chance';
import type { Workplace } from '../seed/workplace-schema';
import type { LabelBook } from './label-book';
import type { ActCells } from './table-rows';
import type { Worker, WorkFile } from './workforce';

export interface ActContext {
  chance: Chance;
  worker: Worker;
  workplace: Workplace;
  labels: LabelBook;
}

export interface ActKind {
  /** How often it happens, compared with the others. */
  weight: number;
  cells(context: ActContext): ActCells;
}

export type Domain = Pick<Workplace['domains'][number], 'name' | 'class'>;

/** Members of the documented location types of an endpoint. */
export const LOCATION = { unknown: 0, local: 1, remote: 2, removable: 3, cloud: 4, fileShare: 5 } as const;

/** The service writes an array whose elements are JSON texts. */
export function infoTypeTexts(ids: readonly string[], chance: Chance, part?: 'Prompt' | 'Response'): string[] {
  return ids.map((id) =>
    JSON.stringify({
      SensitiveInfoTypeId: id,
      ClassifierType: 'Content',
      MLClassifierTypeId: '',
      Count: 1 + chance.below(12),
      Confidence: chance.one([65, 75, 85, 95]),
      SensitiveInformationDetailedClassificationAttributes: [],
      ...(part && { SubEntityId: chance.guid(), SubEntityName: part }),
    }),
  );
}

/** `place` decides under which of its two ids the file is named. */
export function fileCells(file: WorkFile, place: 'cloud' | 'local', { chance }: ActContext): ActCells {
  return {
    ObjectId: place === 'cloud' ? file.cloudId : file.localId,
    ObjectName: file.name,
    ObjectType: 'File',
    ObjectSize: file.size,
    IsHidden: false,
    SensitivityLabelId: file.labelIds.join(','),
    ...(file.infoTypeIds.length > 0 && { SensitiveInfoTypeInfo: infoTypeTexts(file.infoTypeIds, chance) }),
    ...(place === 'cloud' && { SiteUrl: file.siteUrl, SourceRelativeUrl: file.folder }),
  };
}

/** Lists of domains are filled for those that the administrators classed; nobody classed a domain he never met. */
export function domainCells(domain: Domain): ActCells {
  const classed = domain.class === 'external' || domain.class === 'unallowed';
  return {
    TargetUrlDomain: domain.name,
    ...(classed && {
      ExternalUrlDomains: domain.name,
      UrlDomainInfo: JSON.stringify([{ UrlDomain: domain.name, Direction: 'Sent' }]),
    }),
    ...(domain.class === 'unallowed' && { UnallowedUrlDomains: domain.name }),
  };
}
