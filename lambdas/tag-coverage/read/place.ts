/** An account's Region. */
export type Place = { account: string; region: string };

/** `111122223333/eu-central-1` */
export function placeKey({ account, region }: Place): string {
  return `${account}/${region}`;
}
