/** IAM's types that any Region may record for all, where its recorder is told to. */
const IAM_TYPE = /^AWS::IAM::(?:Group|Policy|Role|User)$/;
/**
 * Regions that can record them; AWS Config came to the others too late for it.
 * https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html
 */
const IAM_REGIONS = new Set(
  [
    'us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1 us-gov-east-1 us-gov-west-1',
    'eu-central-1 eu-west-1 eu-west-2 eu-west-3 eu-south-1 eu-north-1 me-south-1 af-south-1',
    'ap-east-1 ap-south-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-southeast-1 ap-southeast-2',
    'cn-north-1 cn-northwest-1',
  ].flatMap((line) => line.split(' ')),
);
/** Services whose resources AWS Config records in one Region for all. */
const GLOBAL_SERVICE = /^AWS::(?:CloudFront|GlobalAccelerator|IAM|NetworkManager|Route53)::/;
const IN_OREGON = /^AWS::(?:GlobalAccelerator|NetworkManager)::/;

/** Whether Regions lack the type without that anything is amiss: one of them records it for all. */
export function isIamType(type: string): boolean {
  return IAM_TYPE.test(type);
}

export function canRecordIam(region: string): boolean {
  return IAM_REGIONS.has(region);
}

/** The one Region that records a type of a global service, where the partition's services are in `globalRegion`. */
export function homeOf(type: string, globalRegion: string): string {
  return globalRegion === 'us-east-1' && IN_OREGON.test(type) ? 'us-west-2' : globalRegion;
}

/** The Regions that must be asked to see the global resources of these types. */
export function homesOf(types: readonly string[], globalRegion: string): string[] {
  const global = types.filter((type) => GLOBAL_SERVICE.test(type));
  return [...new Set(global.map((type) => homeOf(type, globalRegion)))];
}
