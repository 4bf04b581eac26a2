import { AwsError } from '#local/proxy/aws-call.ts';
import type { CaseOperation } from './case-caller.ts';
import { LANGUAGES, SERVICES } from './service-catalogue.ts';

/** https://docs.aws.amazon.com/awssupport/latest/APIReference/API_DescribeServices.html */
export const describeServices: CaseOperation<{ serviceCodeList?: string[]; language?: string }> = ({
  serviceCodeList,
  language,
}) => {
  refuseLanguage(language);
  return () => ({
    services: SERVICES.filter(({ code }) => !serviceCodeList?.length || serviceCodeList.includes(code)),
  });
};

export const describeSeverityLevels: CaseOperation<{ language?: string }> = (
  { language },
  { severities },
) => {
  refuseLanguage(language);
  return () => ({ severityLevels: Object.entries(severities).map(([code, name]) => ({ code, name })) });
};

type Topic = { issueType: string; serviceCode: string; categoryCode: string };

/** Cases about bills and accounts are handled in all languages, technical ones not in Turkish. */
export const describeSupportedLanguages: CaseOperation<Topic> = (topic) => {
  refuseTopic(topic);
  return () => ({
    supportedLanguages: LANGUAGES.filter(({ code }) => availabilityOf(topic, code) !== 'unavailable'),
  });
};

export const describeCreateCaseOptions: CaseOperation<Topic & { language: string }> = (topic) => {
  refuseTopic(topic);
  refuseLanguage(topic.language);
  const languageAvailability = availabilityOf(topic, topic.language);
  const isAlways = topic.language === 'en';
  const hours = isAlways
    ? { startTime: '00:00:00.000', endTime: '23:59:59.999' }
    : { startTime: '00:00:00.000', endTime: '09:00:00.000' };
  const holidays = [{ startDateTime: '2026-12-31T15:00:00Z', endDateTime: '2027-01-03T15:00:00Z' }];
  return () => ({
    languageAvailability,
    communicationTypes: ['web', 'chat', 'call'].map((type) => ({
      type,
      supportedHours: [hours],
      datesWithoutSupport: isAlways || type === 'web' ? [] : holidays,
    })),
  });
};

/** A service, a category of it and a kind of case that belong together. */
export function refuseTopic({ issueType, serviceCode, categoryCode }: Topic): void {
  if (!['technical', 'customer-service'].includes(issueType))
    throw invalid(`Invalid issue type: ${issueType}`);
  const service = SERVICES.find(({ code }) => code === serviceCode);
  if (!service) throw invalid(`Invalid service code: ${serviceCode}`);
  if (!service.categories.some(({ code }) => code === categoryCode))
    throw invalid(`Invalid category code: ${categoryCode}`);
}

export function refuseLanguage(language: string | undefined): void {
  if (language !== undefined && !LANGUAGES.some(({ code }) => code === language))
    throw invalid(`Invalid language: ${language}`);
}

function availabilityOf({ issueType }: Topic, language: string): string {
  if (issueType === 'technical' && language === 'tr') return 'unavailable';
  return ['en', 'ja', 'zh', 'ko'].includes(language) ? 'available' : 'best_effort';
}

const invalid = (message: string) => new AwsError('InvalidParameterValueException', message);
