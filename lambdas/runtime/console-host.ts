/** The host of a partition's console: each has its own. */
export function consoleHost(partition: string): string {
  return HOSTS[partition] ?? 'console.aws.amazon.com';
}

const HOSTS: Record<string, string> = {
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};
