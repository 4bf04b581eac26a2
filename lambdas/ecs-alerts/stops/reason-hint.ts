/** What ECS begins a reason with, and what to do about it. Ours, not AWS's words: short, and an imperative. */
const HINTS: [RegExp, string][] = [
  [
    /(?:CannotPull|ResourceInitializationError).*(?:timeout|timed out|dial tcp|i\/o|connection issue)/is,
    'Give the task a way out: a public IP, a NAT gateway, or VPC endpoints (ecr.api, ecr.dkr, S3, and those of its secrets and logs).',
  ],
  [
    /CannotPull.*(?:denied|not authorized|authorization|forbidden|40[13])/is,
    'Let the execution role pull: ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer, and the policy of the repository.',
  ],
  [
    /CannotPull.*(?:not found|manifest unknown|does not exist)/is,
    'Check that this image and tag exist in the repository, and that the task definition names the right Region.',
  ],
  [/CannotPull/i, 'Check the name of the image, the execution role and the way to the registry.'],
  [
    /ResourceInitializationError.*(?:secret|ssm|parameter)/is,
    'Check that the secrets exist, that the execution role may read and decrypt them, and that the task can reach their service.',
  ],
  [
    /ResourceInitializationError.*(?:log|cloudwatch)/is,
    'Make the log group, or let the execution role write to it; the task must reach CloudWatch Logs.',
  ],
  [
    /ResourceInitializationError.*(?:efs|mount|volume)/is,
    'Check mount targets, security groups (port 2049) and the access point of the file system.',
  ],
  [
    /ResourceInitializationError/i,
    'Check what the task needs before it starts: secrets, log group, volumes, network.',
  ],
  [
    /CannotStartContainer/i,
    'Check command, entry point and the architecture of the image (arm64 or x86_64).',
  ],
  [/CannotCreateVolume/i, 'Check the volume of the task definition and the rights to attach it.'],
  [
    /CannotInspectContainer|ContainerRuntime/i,
    'Look at the agent and the container runtime of the host; replace it if it goes on.',
  ],
  [/CannotStopContainer/i, 'Let the process end on SIGTERM, or raise stopTimeout.'],
  [/OutOfMemory/i, 'Raise the memory of container or task, or find what fills it.'],
  [/ResourceNotFound/i, 'Something that the task definition names is not there any more: read the reason.'],
  [/InternalError/i, 'ECS failed, not you: it tries again. Open a support case if it goes on.'],
];

/** What to do about a reason that ECS gives; undefined where nobody knows. */
export function reasonHint(...reasons: (string | undefined)[]): string | undefined {
  const text = reasons.filter(Boolean).join(' ');
  return HINTS.find(([pattern]) => pattern.test(text))?.[1];
}
