/** Hosts of AWS's consoles, and what lies below them. */
const CONSOLE_HOST =
  /^(?:[a-z0-9-]+\.)*console\.(?:aws\.amazon\.com|amazonaws-us-gov\.com|amazonaws\.cn|amazonaws-eusc\.eu)$/;
const OVERVIEW = 'https://console.aws.amazon.com/costmanagement/home#/anomaly-detection/overview';

/** The page of an anomaly as AWS links to it; if that leads anywhere but into a console, the page of them all. */
export function anomalyUrlOf(link: string | undefined): string {
  const url = link ? URL.parse(link) : null;
  if (!url || url.protocol !== 'https:' || url.username || url.password || url.port) return OVERVIEW;
  return CONSOLE_HOST.test(url.hostname) ? url.href : OVERVIEW;
}
