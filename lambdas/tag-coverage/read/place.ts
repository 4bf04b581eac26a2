/** An account's Region. */
export type Place = { account: string; region: string };

/** What AWS Config gives as the Region of a resource that no Region has to itself. */
export const GLOBAL = 'global';

/** `111122223333/eu-central-1` */
export function placeKey({ account, region }: Place): string {
  return `${account}/${region}`;
}
