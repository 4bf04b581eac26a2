import { expect, test } from 'vitest';
import { descriptionOf } from '#lambdas/health-alerts/description.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const textOf = (latestDescription: string) =>
  descriptionOf(aReadEvent({ eventDescription: [{ language: 'en_US', latestDescription }] }).detail);
const languagesOf = (...languages: string[]) =>
  aReadEvent({
    eventDescription: languages.map((language) => ({ language, latestDescription: `in ${language}` })),
  }).detail;

test.each([
  ['one\\ntwo', 'one\ntwo'],
  ['one\\r\\ntwo', 'one\ntwo'],
  ['one\ntwo', 'one\ntwo'],
  ['one\r\ntwo', 'one\ntwo'],
  ['one\\n\ntwo', 'one\n\ntwo'],
])('%j becomes %j: a literal line break becomes a real one, a real one stays', (sent, shown) => {
  expect(textOf(sent)).toBe(shown);
});

test('blank space at the ends of lines and more than one empty line go', () => {
  expect(textOf('  one  \n \n\n\n two\t\n')).toBe('one\n\n two');
});

test('English is preferred, wherever it stands', () => {
  expect(descriptionOf(languagesOf('ja_JP', 'de_DE', 'en_US'))).toBe('in en_US');
  expect(descriptionOf(languagesOf('ja_JP', 'EN'))).toBe('in EN');
});

test('without English the first text is shown as sent', () => {
  expect(descriptionOf(languagesOf('ja_JP', 'de_DE'))).toBe('in ja_JP');
});

test('without any text it is empty', () => {
  expect(descriptionOf(aReadEvent({ eventDescription: undefined }).detail)).toBe('');
});

test('a long run of blanks takes no time to speak of', () => {
  expect(textOf(`one${' '.repeat(250_000)}two`)).toHaveLength(250_006);
});
