import {
  DescribeCreateCaseOptionsCommand,
  DescribeServicesCommand,
  DescribeSupportedLanguagesCommand,
} from '@aws-sdk/client-support';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServedCases, servedCases } from './asked-cases.ts';

let served: ServedCases;
beforeEach(async () => {
  served = await servedCases();
});
afterEach(() => served.close());

const TOPIC = { issueType: 'technical', serviceCode: 'aws-lambda', categoryCode: 'invocation' };
const languages = async (topic: Partial<typeof TOPIC> = {}) => {
  const command = new DescribeSupportedLanguagesCommand({ ...TOPIC, ...topic });
  return ((await served.client.send(command)).supportedLanguages ?? []).map(({ code }) => code);
};
const options = (language: string | undefined) =>
  served.client.send(new DescribeCreateCaseOptionsCommand({ ...TOPIC, language }));

test('Services have codes of their own for what a case is about', async () => {
  const services = async (serviceCodeList?: string[]) =>
    (await served.client.send(new DescribeServicesCommand({ serviceCodeList, language: 'en' }))).services ??
    [];
  expect((await services()).length).toBeGreaterThan(3);
  const [lambda, ...others] = await services(['aws-lambda']);
  expect(others).toEqual([]);
  expect(lambda?.categories?.map(({ code }) => code)).toContain('invocation');
});

test('Languages depend on what the case is about', async () => {
  expect(await languages()).not.toContain('tr');
  expect(await languages({ issueType: 'customer-service' })).toContain('tr');
  await expect(languages({ categoryCode: 'none' })).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
  });
  await expect(languages({ issueType: 'short' })).rejects.toMatchObject({ name: 'ValidationException' });
});

test('A language may be available at some hours only, or not at all', async () => {
  const english = await options('en');
  expect(english.communicationTypes?.map(({ type }) => type)).toEqual(['web', 'chat', 'call']);
  const hoursOf = ({ communicationTypes = [] }: typeof english) => communicationTypes[1]?.supportedHours;
  expect(hoursOf(english)).toEqual([{ startTime: '00:00:00.000', endTime: '23:59:59.999' }]);
  const japanese = await options('ja');
  expect(hoursOf(japanese)).not.toEqual(hoursOf(english));
  expect(japanese.communicationTypes?.[2]?.datesWithoutSupport).toHaveLength(1);
  expect((await options('fr')).languageAvailability).toBe('best_effort');
  expect((await options('tr')).languageAvailability).toBe('unavailable');
  await expect(options(undefined)).rejects.toMatchObject({ name: 'ValidationException' });
});
