/** Nothing that AWS makes is longer; a link has to fit a message. */
const LONGEST_ID = 100;
const LANGUAGE = /^[A-Za-z-]{2,10}$/;
/** Only the commercial console has a host for support cases; the others lead there from their own. */
const HOMES: Record<string, string> = {
  aws: 'https://support.console.aws.amazon.com',
  'aws-us-gov': 'https://console.amazonaws-us-gov.com',
  'aws-cn': 'https://console.amazonaws.cn',
  'aws-eusc': 'https://console.amazonaws-eusc.eu',
};

/** The page of a case, in the account that the reader is signed in to; of an odd id all cases. */
export function caseUrlOf(
  { displayId, language }: { displayId: string; language?: string | undefined },
  partition: string,
): string {
  const home = `${HOMES[partition] ?? HOMES['aws']}/support/home#`;
  if (displayId.length > LONGEST_ID) return `${home}/`;
  const page = `${home}/case/?displayId=${encoded(displayId)}`;
  return language && LANGUAGE.test(language) ? `${page}&language=${language}` : page;
}

/** Half a surrogate pair would be a URIError. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
